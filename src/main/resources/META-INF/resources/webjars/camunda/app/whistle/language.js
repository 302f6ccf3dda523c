// The webapps' own rule: an application is English only where the browser's first language is English.
export const chinese = !/^en\b/i.test(navigator.languages?.[0] ?? navigator.language);
