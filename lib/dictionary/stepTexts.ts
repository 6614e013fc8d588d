import type { FailureClass } from '@/lib/status/failureClass'

/** What to do next, for the three kinds of people who ask. */
export interface Steps {
  /** Who talks to the recipient. */
  support: string
  /** Who decides which numbers are paid for. */
  marketing: string
  /** Who runs the sending. */
  engineering: string
}

/** Whether sending again to this number can work: never, later, or nobody knows. */
export type Lasting = 'lasting' | 'passing' | 'unsure'

/** The steps of one class: `unsure` where nothing is said for a case, and that case's own words where they differ. */
type ClassSteps = { unsure: Steps } & { [Case in 'lasting' | 'passing']?: Partial<Steps> }

export const STEP_TEXTS: Record<FailureClass, ClassSteps> = {
  unreachable_handset: {
    unsure: {
      support: 'If it is urgent, phone the person or write an e-mail. Else send again in a few hours.',
      marketing: 'Keep the number. Take it off the list only if several texts on different days end like this.',
      engineering: 'Nothing to mend. Try again later, with growing pauses, and stop after a few tries.',
    },
    lasting: {
      support: 'Reach the person another way, and ask whether this is still their mobile number.',
      marketing: 'Take the number off the list: the network does not expect it to come back.',
      engineering: 'Do not try again by itself: the network says that this number will not come back.',
    },
  },
  invalid_number: {
    unsure: {
      support: 'Check the number in the record for a typing error, and ask the person for the right one.',
      marketing: 'Take the number off the list: each text to it is paid for and reaches nobody.',
      engineering: 'Check the number when it is typed in (country code, length), and do not send to it again.',
    },
    passing: {
      support: 'Check the number in the record. If it is right, send again later: it may be moving to another network.',
      marketing: 'Leave the number out for now, and remove it if the next text ends like this too.',
      engineering: 'Check how the number is written (country code, length). If it is right, try once more next day.',
    },
  },
  landline_or_incapable: {
    unsure: {
      support: 'Call this number instead of texting it, and ask the person for a mobile number.',
      marketing: 'Leave the number out of text campaigns; it may still be good for calls.',
      engineering:
        'Mark the number as not textable, and ask for the kind of line before the first text to new numbers.',
    },
    passing: {
      support: 'Reach the person another way for now; the phone or its contract cannot take this kind of text today.',
      marketing: 'Leave the number out of this campaign, and try it again with a plain text another time.',
      engineering: 'Send a plain text instead, or from another kind of sender that this network can take.',
    },
  },
  carrier_blocked: {
    unsure: {
      support: 'Reach the person another way. Nothing is wrong with their number.',
      marketing:
        'Keep the number, but look at the text: links, capital letters and shortened URLs are what filters catch.',
      engineering: 'See whether one carrier or one sender stands out, check its registration, and ask the provider.',
    },
    lasting: {
      engineering:
        'Do not send the same text again: it is filtered each time. Check the sender’s registration, change the text, or use another sender.',
    },
    passing: { support: 'Reach the person another way if it is urgent, or send again later: the block may pass.' },
  },
  recipient_blocked: {
    unsure: {
      support:
        'Do not text this person again until they ask for it. Reach them another way, and tell them how to allow texts.',
      marketing: 'Take the number off every list at once: the person has said no, or their contract says it for them.',
      engineering: 'Put the number on the do-not-text list, and make sure that every system that sends asks it first.',
    },
    passing: {
      support: 'Reach the person another way. Text again only once they have said that they want it.',
    },
  },
  content_rejected: {
    unsure: {
      support: 'Reach the person another way if it is urgent. Nothing is wrong with their number.',
      marketing: 'Keep the number, and change the text before the rest is sent: links, words, length or template.',
      engineering:
        'Mend the text or the request before sending again: template, characters, length and required fields.',
    },
    passing: { engineering: 'Send again once. If it is refused again, compare the text with the approved template.' },
  },
  sender_rejected: {
    unsure: {
      support: 'Reach the person another way if it is urgent. Nothing is wrong with their number.',
      marketing: 'Keep the number. Hold the campaign in this country until its sender is registered.',
      engineering: 'Register or change the sender for this destination (name, number, campaign) before sending again.',
    },
    passing: { engineering: 'See whether the sender’s registration is still being worked on, then send again.' },
  },
  expired: {
    unsure: {
      support: 'If it still matters, phone the person or send again; what the text said may be out of date by now.',
      marketing: 'Keep the number. Take it off the list only if several texts on different days end like this.',
      engineering: 'See whether the time allowed for a text is too short. Send again only what is still true.',
    },
    lasting: {
      support: 'Reach the person another way, and ask whether this is still their mobile number.',
      marketing: 'Take the number off the list: nothing sent to it arrives in time.',
    },
  },
  throttled: {
    unsure: {
      support: 'Wait: it can be sent again soon. Phone the person if it is urgent.',
      marketing: 'Keep the number. Spread the campaign over more hours.',
      engineering:
        'Send more slowly, queue what is too much, and ask the provider for a higher rate if it happens often.',
    },
    lasting: {
      support: 'Reach the person another way today: the allowance for this number or sender is used up.',
      engineering: 'Do not try again before the allowance is renewed. Send more slowly, or have it raised.',
    },
  },
  account_problem: {
    unsure: {
      support: 'Tell whoever looks after the texting account: other texts fail the same way. Phone whoever is urgent.',
      marketing: 'Keep the number, and hold the campaign until the account is mended.',
      engineering: 'Mend the account at the provider (balance, limits, countries, trial mode), then send again.',
    },
  },
  provider_error: {
    unsure: {
      support:
        'Send again in an hour, or phone the person if it is urgent. Nothing is known to be wrong with the number.',
      marketing: 'Keep the number. It says nothing about the person.',
      engineering:
        'Try again later. If there are many, look at the provider’s status page and open a ticket with the ids.',
    },
    lasting: {
      support: 'Reach the person another way: sending the same text again will end the same way.',
      engineering: 'Do not try again by itself. Open a ticket at the provider with the id of the message.',
    },
  },
  unknown: {
    unsure: {
      support: 'Send again once. If that fails too, reach the person another way and check the number with them.',
      marketing: 'Keep the number for now. Take it off the list if the next text does not arrive either.',
      engineering: 'Ask the provider what the code means, with the id of the message, and write the answer down here.',
    },
    lasting: {
      support: 'Reach the person another way, and check the number with them.',
      marketing: 'Take the number off the list: the provider says that sending again will not work.',
    },
  },
}
