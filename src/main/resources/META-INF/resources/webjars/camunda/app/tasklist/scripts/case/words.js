// How dates, periods and sizes are said in a Chinese office. All times are China's, whatever the computer is set to.

const format = (options) => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options });
const parts = format({
  year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});

function china(time) {
  return Object.fromEntries(parts.formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
}

/** 2026年10月10日 */
export function day(time) {
  const { year, month, day: date } = china(time);
  return `${year}年${month}月${date}日`;
}

/** The same of a day without a time, 2026-10-10. */
export const date = (iso) => day(`${iso}T00:00:00+08:00`);

/** 2026年10月10日 14:05 */
export function minute(time) {
  const { hour, minute: minutes } = china(time);
  return `${day(time)} ${hour}:${minutes}`;
}

/**
 * The end of a period. It is half-open: one that ends at midnight has the day before as its last day. One counted in
 * hours ends at its minute.
 */
export function lastDay(dueAt) {
  const { hour, minute: minutes, second } = china(dueAt);
  return `${hour}${minutes}${second}` === '000000'
    ? `最后一日 ${day(new Date(dueAt).getTime() - 1)}`
    : `截止 ${minute(dueAt)}`;
}

/** The same without the year, where that is the current one. */
export const lastDayShort = (dueAt) => lastDay(dueAt).replace(`${china(Date.now()).year}年`, '');

/** 剩 3 天, 今日到期, 已逾期 2 天 */
export function left(days) {
  if (days < 0) return `已逾期 ${-days} 天`;
  return days === 0 ? '今日到期' : `剩 ${days} 天`;
}

/** How pressing it is: late, soon (three days or fewer) or calm. */
export function urgency(days) {
  if (days < 0) return 'late';
  return days <= 3 ? 'soon' : 'calm';
}

/** 15日, 5个工作日, 1小时 */
export const budget = (amount, unit) => `${amount}${{ DAY: '日', WORKDAY: '个工作日', HOUR: '小时' }[unit]}`;

/** 3 天 4 小时, 4 小时 20 分钟: what is less than an hour counts for nothing beside days. */
export function span(minutes) {
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes % 60 > 0 ? `${hours} 小时 ${minutes % 60} 分钟` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : '不足 1 分钟';
}

/** 4 个工作日 */
export const workingDays = (days) => (days > 0 ? `${days} 个工作日` : '不足 1 个工作日');

/** 1.4 MB */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} 字节`;
  const [amount, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`;
}
