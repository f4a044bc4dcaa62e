package nl.poort25.ticket;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import nl.poort25.account.CurrentUser;
import nl.poort25.account.Scope;
import nl.poort25.web.FileName;
import nl.poort25.web.Flash;
import nl.poort25.web.FormErrors;
import nl.poort25.web.SafeRedirect;
import nl.poort25.web.Uploads;

/** What both sides' pages do with updates and their files. */
@RequestScoped
class TicketUpdates {
  @Inject TicketPages pages;
  @Inject Tickets tickets;
  @Inject Conversations conversations;
  @Inject DailyQuota share;
  @Inject AttachmentLimits rules;
  @Inject Uploads uploads;
  @Inject CurrentUser user;
  @Inject InstantSource clock;

  /**
   * Writes what the form says and goes back to the page that it was on; or shows the ticket's own
   * page with the errors.
   *
   * @param body see {@link Uploads#read}
   */
  Response write(long id, Scope scope, HttpServletRequest request, InputStream body)
      throws IOException {
    boolean staff = scope.isAll();
    var ticket = tickets.get(id, scope);
    var upload = uploads.read(request, body);
    var form = UpdateForm.of(upload);
    var errors = new FormErrors();
    var written = form.read(upload, staff, rules, errors);
    if (written != null && !staff) {
      share.check(ticket.getPartner().getId(), written, clock.instant(), errors);
    }
    if (!errors.isEmpty()) {
      if (!upload.files("files").isEmpty()) {
        errors.add("files", "ticket.files.again");
      }
      return pages.show(id, scope).with("update", form).with("errors", errors).refused();
    }
    // 4.9: to ask for more is part of deciding
    if (written.kind() == UpdateKind.QUESTION && !user.visitor().reviews()) {
      throw new ForbiddenException();
    }
    conversations.write(id, scope, user.visitor().id(), written, clock.instant());
    Flash.say(request, "ticket.written." + said(ticket, written, staff), ticket.getNumber());
    String own = TicketRow.path(ticket, staff);
    return Response.seeOther(form.back == null ? URI.create(own) : SafeRedirect.uri(form.back))
        .build();
  }

  private static String said(Ticket ticket, NewUpdate written, boolean staff) {
    if (staff) {
      return written.kind().name();
    }
    if (ticket.isClosed()) {
      return "closed";
    }
    return ticket.isStopped() && !ticket.isHeld() ? "resumed" : "partner";
  }

  Response file(long id, long fileId, Scope scope) {
    var content = conversations.file(id, fileId, scope);
    return Response.ok(content.bytes(), content.attachment().getType().media())
        .header("Content-Disposition", FileName.disposition(content.attachment().getName()))
        .build();
  }
}
