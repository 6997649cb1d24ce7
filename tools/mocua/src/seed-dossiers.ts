/** placeholder until the seed use cases are in */
export function seedDossiers(): Promise<number> {
  return Promise.resolve(0);
}
