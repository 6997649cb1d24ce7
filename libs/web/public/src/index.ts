export { renderPage, type RenderedPage } from './page/render-page';
