/** The small named world that a trial run and the tests share, and the DNS that goes with it. */
package nl.poort25.demo;
