/**
 * What every page stands on: the application class, page writer and template engine, texts in two
 * languages, lists, form errors, flash, error pages, security headers, settings, the clock and the
 * rounds in the background.
 */
package nl.poort25.web;
