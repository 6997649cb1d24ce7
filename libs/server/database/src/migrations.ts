import { CreateKernel1790000000000 } from './migrations/1790000000000-create-kernel';

/** Every migration in the order of its timestamp. */
export const migrations = [CreateKernel1790000000000];
