/** What a quarantine code means to the person who set up the connection, and what to do about it. */
export interface QuarantineMeaning {
  /** Short name, for a list. */
  label: string
  /** Completes "2 …" in a sentence: "2 with a wrong signature". */
  phrase: string
  /** One sentence: the next step. */
  advice: string
}

const MEANINGS: Record<string, QuarantineMeaning> = {
  signature_missing: {
    label: 'No signature',
    phrase: 'without a signature',
    advice:
      'Switch on signing in the provider’s console. If you expect no call from there, ignore it: somebody else found the URL.',
  },
  signature_wrong: {
    label: 'Wrong signature',
    phrase: 'with a wrong signature',
    advice:
      'Check that the secret of the connection is the current one, and that the URL in the provider’s console is exactly the URL shown on Connections. Then replay.',
  },
  timestamp_stale: {
    label: 'Signed too long ago',
    phrase: 'signed too long ago',
    advice:
      'Check the clock of this server. A call that somebody recorded and sent again looks the same: leave it here.',
  },
  token_wrong: {
    label: 'Wrong token',
    phrase: 'with a wrong token',
    advice: 'Copy the URL of the connection again: its token must be part of it. Then replay.',
  },
  credentials_missing: {
    label: 'No password',
    phrase: 'without user name and password',
    advice:
      'Some providers ask first and send them with the second request: if others are accepted, ignore it. Else enter user name and password in the provider’s console.',
  },
  credentials_wrong: {
    label: 'Wrong password',
    phrase: 'with a wrong password',
    advice: 'Enter user name and password of the connection again in the provider’s console. Then replay.',
  },
  token_missing: {
    label: 'No token',
    phrase: 'without a token',
    advice: 'Copy the URL of the connection again: its token must be part of it. Then replay.',
  },
  source_unexpected: {
    label: 'Another account',
    phrase: 'from another account',
    advice:
      'It is rightly signed, but by an account or topic that is not listed in this connection. If it is yours, add it to the connection. Then replay.',
  },
  unverifiable: {
    label: 'Could not be checked',
    phrase: 'that could not be checked',
    advice:
      'It came without a signature that this provider may still send with a repeat, or what is needed to check it (a certificate) could not be fetched. Read the reason; the provider sends it again, or replay.',
  },
  paused: {
    label: 'Paused',
    phrase: 'kept while the connection was paused',
    advice: 'Resume the connection: what was kept is then applied by itself.',
  },
  mapping_missing: {
    label: 'Mapping missing',
    phrase: 'waiting for a mapping',
    advice: 'Switch on the mapping of the connection: what was kept is then read by it.',
  },
  confirmation_failed: {
    label: 'Subscription not confirmed',
    phrase: 'whose subscription could not be confirmed',
    advice: 'Let this server reach the provider’s site, then replay: that asks for the confirmation again.',
  },
  unsubscribed: {
    label: 'Subscription ended',
    phrase: 'that ended a subscription',
    advice:
      'No more callbacks come from there. If nobody meant it, subscribe again in the provider’s console; replaying this one marks it as seen.',
  },
  unknown_connection: {
    label: 'Unknown connection',
    phrase: 'for a connection that does not exist',
    advice:
      'The URL in the provider’s console belongs to no connection here. Add the connection, or paste the URL of the right one.',
  },
  body_too_large: {
    label: 'Too large',
    phrase: 'larger than 1 MiB',
    advice: 'Only its beginning was kept, so it cannot be replayed. Ask the provider for smaller batches.',
  },
  malformed_body: {
    label: 'Not readable',
    phrase: 'that could not be read',
    advice:
      'The body is cut off or not in the provider’s format. Look at it; if it is whole, replay after the next update.',
  },
  wrong_content_type: {
    label: 'Unexpected format',
    phrase: 'in an unexpected format',
    advice: 'Choose the documented format (form or JSON) in the provider’s console.',
  },
  missing_field: {
    label: 'Field missing',
    phrase: 'with a field missing',
    advice:
      'Look at the body for the named field. If the provider leaves it out on purpose, replay after the next update.',
  },
  unknown_status: {
    label: 'New status word',
    phrase: 'with a status word that is not known',
    advice: 'The provider uses a word that is not in the dictionary yet. It is kept; replay after the next update.',
  },
  invalid_value: {
    label: 'Impossible value',
    phrase: 'with an impossible value',
    advice: 'Look at the body for the named field: the value cannot be right. Report it to the provider.',
  },
  invalid_time: {
    label: 'Impossible time',
    phrase: 'with an impossible time',
    advice: 'Look at the body for the named field: that date cannot be right. Report it to the provider.',
  },
  secrets_sealed: {
    label: 'Secrets locked',
    phrase: 'whose connection has locked secrets',
    advice:
      'The key that opens the stored secrets is another one than before. Start Landed with the old key, or add the connection again.',
  },
  not_applicable: {
    label: 'Could not be applied',
    phrase: 'that could not be applied',
    advice:
      'It was read but the database refused it. Replay it; if it stays, keep the reason for whoever looks into it.',
  },
}

/** The meaning of a code; a code that this list does not know is shown as it is, never hidden. */
export function quarantineMeaning(code: string): QuarantineMeaning {
  return (
    MEANINGS[code] ?? {
      label: code.replaceAll('_', ' '),
      phrase: `marked “${code}”`,
      advice: 'Read the reason, mend the cause, then replay.',
    }
  )
}
