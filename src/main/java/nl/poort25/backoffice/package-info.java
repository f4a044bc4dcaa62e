/** Staff's work queue and search; every other page of staff lives in its own feature. */
package nl.poort25.backoffice;
