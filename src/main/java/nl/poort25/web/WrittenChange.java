package nl.poort25.web;

/**
 * What would come and go in the network, in one format.
 *
 * @param format as staff knows it, in no language
 * @param text a line each, which tells what comes from what goes; empty where nothing would change
 */
public record WrittenChange(String format, String text) {}
