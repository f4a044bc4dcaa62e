/** What the portal is made of, and whether any of it is known to be vulnerable. */
package nl.poort25.bom;
