/**
 * What every page stands on: the application class, page writer and template engine, texts in two
 * languages, form errors, flash, error pages, security headers, settings and the clock.
 */
package nl.poort25.web;
