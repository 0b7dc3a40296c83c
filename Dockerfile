# Two stages: the first builds the pages with what development needs, the second holds what the service needs.
# DATABASE_URL must be given: the embedded database is not in the image.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node src/app/main.ts build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DEMO=off
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY . .
COPY --from=build /app/dist ./dist
# Where FILES_DIR may point: an empty named volume takes its owner from here. Not an ENV, for that would forbid a bucket.
RUN install -d -o node -g node -m 700 /var/lib/yhdessa/files
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself is the first process, so that a stop reaches it and running requests may end.
CMD ["node", "src/app/main.ts", "start"]
