/** The four mail services of article 3.7, their orders, and the rules 3.6 to 3.9. */
package nl.poort25.mailservice;
