import { createTransport } from 'nodemailer'

/** One mail to one recipient. */
export interface Mail {
  /** The same for the same mail sent again: mail programs then show one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends mail, from jobs only: what was not committed is not told. Nothing of a mail goes into logs or errors. */
export interface Mailer {
  /** Whether mail is set up at all. */
  readonly sends: boolean
  /** @throws Error when the server did not take it; it names neither recipient nor contents. */
  send(mail: Mail): Promise<void>
  close(): void
}

/** Where nothing is set up: nothing is sent, and pages say so. */
export const noMail: Mailer = { sends: false, send: () => Promise.resolve(), close: () => undefined }

/** How mail leaves: the SMTP server's address, and whom it comes from. */
export interface MailSettings {
  readonly smtpUrl: string
  readonly from: string
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

export function createMailer({ from, smtpUrl }: MailSettings): Mailer {
  const transport = createTransport({ url: smtpUrl, ...patience })
  const host = from.replace(/^.*@/, '').replace(/>.*$/, '')
  return {
    sends: true,
    send: async ({ id, subject, text, to }) => {
      try {
        await transport.sendMail({
          from,
          // As an object: a name or a list in it would be read as further recipients.
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${host}>`,
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number }
        // The server's own words repeat the recipient, so they are not passed on.
        throw new Error(`Mail was not taken: ${code ?? 'unknown'} ${responseCode ?? ''}`.trim())
      }
    },
    close: () => transport.close(),
  }
}

/** The mailer of an installation. */
export const mailerOf = (settings: MailSettings | undefined): Mailer =>
  settings === undefined ? noMail : createMailer(settings)
