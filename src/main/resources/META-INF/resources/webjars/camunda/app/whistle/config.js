// What the configuration of the four web applications has in common.
// Browsers set to English get the webjar's own English texts; everyone else gets Chinese.
export default (name, own = {}) => ({
  app: { vendor: '吹哨', name },
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'zh' },
  // The first-visit box points to a page of the Camunda distribution that we do not serve.
  disableWelcomeMessage: true,
  ...own,
  customScripts: ['../whistle/shell', ...(own.customScripts ?? [])],
});
