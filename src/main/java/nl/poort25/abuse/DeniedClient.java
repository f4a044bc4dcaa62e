package nl.poort25.abuse;

import nl.poort25.network.Cidr;

/** An address in an open case, whose mail the relays refuse (4.13). */
public record DeniedClient(Cidr client, long caseId, String number) {}
