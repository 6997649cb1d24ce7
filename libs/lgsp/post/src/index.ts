export { openPost, type PostConnection } from './open-post';
export { PublicPost } from './public-post';
