package nl.poort25.abusereport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import nl.poort25.network.Cidr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How servers write where a message came from. */
class ReceivedFieldTest {
  private static final Cidr SOURCE = Cidr.of("192.0.2.9");
  private static final Cidr SIXTH = Cidr.of("2001:db8:25::9");

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Postfix, sendmail, Exim
        "from mail.a.example (mail.a.example [192.0.2.9]) by mx.b.example (Postfix) with ESMTPS id 4X1; x",
        "from mail.a.example (unknown [192.0.2.9]) by mx.b.example (Postfix) with ESMTP id 4X1; x",
        "from x (mail.a.example [192.0.2.9] (may be forged)) by mx.b.example (8.15.2/8.15.2) id 1; x",
        "from x (IDENT:root@[192.0.2.9]) by mx.b.example (8.9.3/8.9.3) with SMTP id 1; x",
        "from mail.a.example ([192.0.2.9] helo=x) by mx.b.example with esmtp (Exim 4.92) id 1-2-3; x",
        "from [192.0.2.9] (helo=mail.a.example) by mx.b.example with smtp (Exim 4.92) id 1-2-3; x",
        "from [192.0.2.9] (port=4227 helo=[198.51.100.7]) by mx.b.example with esmtp (Exim 4) id 1; x",
        "from mail.a.example ([192.0.2.9]:4227) by mx.b.example with esmtps id 1; x",
        // Exchange and its service, qmail, Yahoo, Gmail, courier, Domino
        "from mail.a.example (192.0.2.9) by EX01.b.example (198.51.100.9) with Microsoft SMTP Server id 15; x",
        "from mail.a.example ([192.0.2.9]) by mx.b.example over TLS secured channel with Microsoft SMTPSVC(8); x",
        "from unknown (HELO mail.a.example) (192.0.2.9) by 0 with SMTP; x",
        "from unknown (HELO [198.51.100.7]) (root@192.0.2.9) by mx.b.example with SMTP; x",
        "from 192.0.2.9 (EHLO mail.a.example) (192.0.2.9) by mta1.b.example with SMTPs; x",
        "from 198.51.100.7 (HELO mail.a.example) ([192.0.2.9]) (envelope-sender <x@a.example>) by b; x",
        "from mail.a.example (mail.a.example. [192.0.2.9]) by mx.google.example with ESMTPS id d1si2 for <x@y>; x",
        "from mail.a.example (mail.a.example [::ffff:192.0.2.9]) by mx.b.example with esmtp; x",
        "from mail.a.example ([192.0.2.9]) by notes.b.example (Lotus Domino Release 8.5.3) with ESMTP id 2026-1 ; x",
        // others
        "from [192.0.2.9] (HELO mail.a.example) by mx.b.example (CommuniGate Pro SMTP 6.1) with ESMTP id 1; x",
        "from [192.0.2.9] (account x@a.example HELO pc) by b (CommuniGate Pro SMTP 6.1) with ESMTPA id 1; x",
        "from mail.a.example [192.0.2.9] by mx.b.example with ESMTP (SMTPD32-8.05) id A1; x",
        "from mail.a.example (unverified [192.0.2.9]) by mx.b.example (SurgeMail) with ESMTP id 1; x",
        "from mail.a.example (mail.a.example [192.0.2.9:4227]) by mx.b.example; x",
        "from mail.a.example [192.0.2.9:4227] by mx.b.example with SMTP; x",
        "from mail.a.example (mail.a.example [192.0.2.9] (Using TLS)) by mx.b.example id 1; x",
        "from [192.0.2.9] (using TLSv1.2 with cipher X (256/256 bits)) by server-1 id 1; x",
        "from 192.0.2.9 by mx.b.example with SMTP; x",
        "from 192.0.2.9 (SquirrelMail authenticated user x) by web.b.example with HTTP; x",
        "FROM mail.a.example\t(mail.a.example [192.0.2.9])\tBY mx.b.example; x",
        "from by (by [192.0.2.9]) by mx.b.example; x",
        "from mail.a.example (mail.a.example [192.0.2.9])",
        "from (unknown [192.0.2.9]) by mx.b.example; x"
      })
  void namesTheAddress(String field) {
    assertEquals(List.of(SOURCE), ReceivedField.of(field).addresses().stream().distinct().toList());
    assertEquals(ReceivedMatch.NAMES_IT, new ReceivedChain(List.of(field)).of(SOURCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from mail.a.example (mail.a.example [IPv6:2001:db8:25::9]) by mx.b.example (Postfix) with ESMTP id 1; x",
        "from mail.a.example (2001:db8:25::9) by AM5.b.example (2001:db8:1::9) with Microsoft SMTP Server id 15; x",
        "from mail.a.example ([2001:db8:25::9] helo=x) by mx.b.example with esmtp (Exim 4.92) id 1; x",
        "from [2001:db8:25::9] (port=4227 helo=x) by mx.b.example with esmtp (Exim 4.92) id 1; x",
        "from mail.a.example ([IPv6:2001:DB8:25:0::9]) by mx.b.example (8.15.2) with ESMTPS id 1; x",
        "from mail.a.example (mail.a.example. [2001:db8:25::9]) by mx.google.example with ESMTPS id 1; x",
        "from mail.a.example ([2001:db8:25::9]:4227) by mx.b.example; x",
        "from unknown (HELO x) (2001:db8:25::9) by 0 with SMTP; x",
        "from mail.a.example ([fd00::1] helo=x) ([IPv6:2001:db8:25::9]:25) by mx.b.example; x"
      })
  void namesAnAddressOfIpv6(String field) {
    assertTrue(ReceivedField.of(field).addresses().contains(SIXTH), field);
  }

  /** What the client says of itself, or the server of itself, is not where it came from. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from [192.0.2.9] (mail.c.example [203.0.113.1]) by mx.b.example; x",
        "from 192.0.2.9 (EHLO 192.0.2.9) (203.0.113.1) by mx.b.example; x",
        "from mail.c.example ([203.0.113.1] helo=[192.0.2.9]) by mx.b.example; x",
        "from mail.c.example (192.0.2.9 [203.0.113.1]) by mx.b.example; x",
        "from mail.c.example (203.0.113.1) by EX01.b.example (192.0.2.9) with Microsoft SMTP Server; x",
        "from mail.c.example (mail.c.example [203.0.113.1]) by [192.0.2.9]; x"
      })
  void namesAnother(String field) {
    assertEquals(ReceivedMatch.NAMES_OTHERS, new ReceivedChain(List.of(field)).of(SOURCE), field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from mail.a.example by mx.b.example with ESMTP; x",
        "from mail.a.example (c0000209.a.example) by mx.b.example; x",
        "from mail.a.example ([192.0.2.256]) by mx.b.example; x",
        "from mail.a.example ([192.0.2.9]:70000) by mx.b.example; x",
        "from mail.a.example (192-0-2-9) by mx.b.example; x"
      })
  void aFormThatIsNotKnownIsNotRecognised(String field) {
    String known = "from mail.c.example (mail.c.example [203.0.113.1]) by mx.b.example; x";
    assertEquals(ReceivedMatch.NOT_RECOGNISED, new ReceivedChain(List.of(known, field)).of(SOURCE));
    assertFalse(ReceivedField.of(field).isKnown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "by 2002:a05:6a20:1 with SMTP id 1; x",
        "(qmail 2412 invoked from network); 26 Nov 2026 10:11:12 -0000",
        "(qmail 2412 invoked by uid 1000); 26 Nov 2026 10:11:12 -0000",
        "from mx.b.example by imap.b.example with LMTP id 1; x",
        "from EX01.b.example by EX02.b.example with mapi id 15.20; x",
        ""
      })
  void aStepWithinAServerNamesNobody(String field) {
    assertEquals(ReceivedMatch.NONE, new ReceivedChain(List.of(field)).of(SOURCE));
    String known = "from mail.c.example (mail.c.example [203.0.113.1]) by mx.b.example; x";
    assertEquals(ReceivedMatch.NAMES_OTHERS, new ReceivedChain(List.of(known, field)).of(SOURCE));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, 192.0.2.9,",
    "192.0.2.9:25, 192.0.2.9, 25",
    "[192.0.2.9]:65535, 192.0.2.9, 65535",
    "[192.0.2.9:25], 192.0.2.9, 25",
    "::ffff:192.0.2.9, 192.0.2.9,",
    "[IPv6:2001:db8::9]:25, 2001:db8::9, 25",
    "IPv6:2001:db8::9, 2001:db8::9,",
    "[2001:db8::9], 2001:db8::9,",
    "192.0.2.9 (proxy), 192.0.2.9,"
  })
  void anAddressMayHaveAPort(String written, String address, Integer port) {
    assertEquals(
        Optional.of(new AddressLiteral(Cidr.of(address), port)), AddressLiteral.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "192.0.2",
        "192.0.2.9:65536",
        "192.0.2.9:",
        "[192.0.2.9]:1:2",
        "192.0.2.09",
        "192.0.2.0/24",
        "1",
        "::1%eth0",
        "a.example:25",
        "cafe",
        "3221225993",
        "[]",
        "[::",
        "2002:c000:209::"
      })
  void whatIsNoAddressIsNone(String written) {
    assertEquals(Optional.empty(), AddressLiteral.of(written));
  }
}
