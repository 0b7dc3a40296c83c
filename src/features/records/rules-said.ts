type Row = Readonly<Record<string, unknown>>

/**
 * A request for support is read by the party that was asked and by nobody else: whoever packs for the student packs that
 * there was one, and its words are in the student's own package.
 */
export function othersHelp({ answer: _answer, message: _message, ...row }: Row): Row {
  return row
}

/** The name of whoever answered is not in the student's own package, as nowhere else in it. */
export function ownAnswered({ answered_by: _by, ...row }: Row): Row {
  return row
}

/** A comment is read by those who were named: of one that does not name the student the student learns that it is there. */
export function ownComment(row: Row): Row {
  const { text, ...rest } = row
  const named = Array.isArray(row.readers) && row.readers.includes('student')
  return named || row.author_role === 'student' ? { text, ...rest } : rest
}
