package nl.poort25.abuse;

import nl.poort25.network.Cidr;

/** Whose mail the relays refuse, while a case covers it (4.13). */
public record DeniedClient(Cidr client, long caseId, String number) {}
