/**
 * Every setting of the portal: what it is called, its type, its default and what it is for.
 *
 * <p>Start with {@link Setting} (the list, which src/docs/settings.md is held to), {@link
 * SettingType} (what a value must look like) and {@link Settings} (what this portal was started
 * with). {@link SettingPlaceholders} puts values into texts, so that a page names the number that
 * holds.
 *
 * <p>Asks: nothing of any other package.
 */
package nl.poort25.setting;
