/** Enough of a phone number to know it again: `••• ••• 102`. */
export function hiddenPhone(phone: string): string {
  return `••• ••• ${phone.slice(-3)}`;
}

/** Enough of an address to know it again: `u•••@example.test`. */
export function hiddenEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}•••${email.slice(at)}`;
}
