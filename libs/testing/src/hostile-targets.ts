/** Addresses inside that nobody may be steered to: loopback, private networks, metadata services. */
export const internalAddresses = [
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '192.168.1.1',
  '172.16.0.1',
  '100.64.0.1',
  '0.0.0.0',
] as const;

/** The ways to write an IPv4 address so that a filter overlooks it: hosts of URLs, some of which no parser takes. */
export function spellingsOf(address: string): readonly string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const whole = a * 2 ** 24 + b * 2 ** 16 + c * 256 + d;
  const hex = (n: number): string => `0x${n.toString(16)}`;
  const octal = (n: number): string => `0${n.toString(8)}`;
  const hextets = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  return [
    address,
    String(whole),
    hex(whole),
    octal(whole),
    [a, b, c, d].map(hex).join('.'),
    [a, b, c, d].map(octal).join('.'),
    [hex(a), octal(b), String(c), String(d)].join('.'),
    `${String(a)}.${String(b * 65_536 + c * 256 + d)}`,
    `${String(a)}.${String(b)}.${String(c * 256 + d)}`,
    `${address}.`,
    `[::ffff:${address}]`,
    `[::ffff:${hextets}]`,
    `[::${address}]`,
    `[::ffff:0:${hextets}]`,
    `[64:ff9b::${hextets}]`,
    `[64:ff9b:1::${hextets}]`,
    `[2002:${hextets}::1]`,
    `[0:0:0:0:0:ffff:${hextets}]`,
    address.replaceAll('.', '。'),
    [...address].map(fullWidth).join(''),
  ];
}

/**
 * At least 250 URLs that must never be reached by a program that may call `host` over https and nothing else: internal
 * addresses in every spelling on two ports, other schemes and ports, look-alikes, user names, names of metadata services.
 */
export function hostileTargets(host: string): readonly string[] {
  const spelled = internalAddresses
    .flatMap(spellingsOf)
    .flatMap((hidden) => [`https://${hidden}/`, `https://${hidden}:8443/`]);
  return [
    ...spelled,
    `http://${host}/`,
    `https://${host}:8443/`,
    `https://${host}:444/`,
    `https://${host}.evil.example/`,
    `https://evil.example/${host}`,
    `https://evil.example#@${host}/`,
    `https://${host}@evil.example/`,
    `https://user:secret@${host}/`,
    `https://evil.example\\@${host}/`,
    `https://${host}%2eevil.example/`,
    `https://sub.${host}/`,
    `https://xn--${host.replaceAll('.', '-')}.evil/`,
    `ftp://${host}/`,
    `gopher://${host}:443/`,
    'file:///etc/passwd',
    'data:application/json,{}',
    'https://localhost/',
    'https://localhost.localdomain/',
    'https://metadata.google.internal/',
    'https://metadata.azure.internal/',
    'https://instance-data.ec2.internal/',
    'https://kubernetes.default.svc/',
    'https://[::1]/',
    'https://[::]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[fec0::1]/',
    'https://[ff02::1]/',
    'https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
  ];
}

function fullWidth(sign: string): string {
  return /\d/u.test(sign) ? String.fromCodePoint(0xff10 + Number(sign)) : sign;
}
