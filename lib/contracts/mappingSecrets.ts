import type { MappingProof } from './mappingProof'

/** A secret that a proof needs, under the name by which it is stored. */
export interface MappingSecret {
  name: 'token' | 'username' | 'password' | 'signingSecret'
  label: string
  help: string
  required: boolean
  /** Landed makes one up when none is given. */
  generated: boolean
}

const token = (help: string): MappingSecret => ({
  name: 'token',
  label: 'Token',
  help,
  required: false,
  generated: true,
})

/** The secrets of a connection whose callbacks are proved like this. */
export function mappingSecrets(proof: MappingProof): readonly MappingSecret[] {
  switch (proof.kind) {
    case 'path_token':
      return [token('Last part of the callback URL.')]
    case 'query_token':
      return [token(`Part of the callback URL: the parameter ${proof.parameter}.`)]
    case 'bearer':
      return [
        token('The provider sends it as "Authorization: Bearer …". Give it the one that Landed makes up, or yours.'),
      ]
    case 'header_token':
      return [token(`The provider sends it in the header ${proof.header}.`)]
    case 'basic':
      return [
        {
          name: 'username',
          label: 'User name',
          help: 'You choose it and type it into the provider’s console.',
          required: true,
          generated: false,
        },
        {
          name: 'password',
          label: 'Password',
          help: 'Type it into the provider’s console, beside the user name.',
          required: false,
          generated: true,
        },
      ]
    case 'hmac':
      return [signingSecret('The key with which the provider signs; from its console.')]
    case 'standard_webhooks':
      return [signingSecret('Begins with "whsec_"; from the provider’s console.')]
  }
}

function signingSecret(help: string): MappingSecret {
  return { name: 'signingSecret', label: 'Signing secret', help, required: true, generated: false }
}

/** What is wrong with the value of a secret for this proof; null when nothing is. */
export function secretProblem(proof: MappingProof, name: string, value: string): string | null {
  if (name !== 'signingSecret' || proof.kind !== 'hmac') return null
  if (proof.key === 'hex' && !/^(?:[0-9a-f]{2})+$/i.test(value)) return 'must be hexadecimal, as the mapping says.'
  if (proof.key === 'base64' && !/^[\w+/-]+=*$/.test(value)) return 'must be Base64, as the mapping says.'
  return null
}
