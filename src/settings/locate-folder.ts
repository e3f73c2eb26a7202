import { posix, resolve, win32 } from 'node:path'

/**
 * A folder of the settings as an absolute path. Full Windows and network paths are kept as they are, on any system, so that
 * a settings file checked on another machine is still told truly; a relative path counts from the settings file.
 */
export function locateFolder(folder: string, settingsFolder: string): string {
  if (isNetworkPath(folder) || win32.isAbsolute(folder) || posix.isAbsolute(folder)) return folder
  return resolve(settingsFolder, process.platform === 'win32' ? folder : folder.replaceAll('\\', '/'))
}

/** `\\server\share` or `//server/share`. */
export function isNetworkPath(folder: string): boolean {
  return /^(?:\\\\|\/\/)[^\\/]/.test(folder)
}
