/** Abuse (4.12 to 4.14): complaints, the cases that block addresses, and their investigation. */
package nl.poort25.abuse;
