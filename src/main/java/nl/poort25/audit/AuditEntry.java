package nl.poort25.audit;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.poort25.database.StoredNames;
import org.hibernate.annotations.Immutable;

/** An entry of the audit log; the database refuses to change or delete it. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry {
  private static final int LONGEST = 8000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "happened_at")
  private Instant at;

  @Column(name = "actor_id")
  private Long actorId;

  @Column(name = "actor_name")
  private String actorName;

  @Column(name = "actor_staff")
  private boolean actorStaff;

  @Column(name = "actor_address")
  private String actorAddress;

  private String act;

  @Column(name = "subject_type")
  private String subjectType;

  @Column(name = "subject_id")
  private long subjectId;

  @Column(name = "subject_label")
  private String subjectLabel;

  @Column(name = "partner_id")
  private Long partnerId;

  @Column(name = "before_values")
  private String before;

  @Column(name = "after_values")
  private String after;

  @Column(name = "policy_version")
  private String policyVersion;

  protected AuditEntry() {}

  AuditEntry(Act act, Actor actor, String policyVersion, Instant now) {
    at = now.truncatedTo(ChronoUnit.MICROS); // as it is kept: its seal is made before
    actorId = actor.id();
    actorName = actor.name();
    actorStaff = actor.isStaff();
    actorAddress = actor.address();
    this.act = StoredNames.of(act.getClass());
    subjectType = act.subject().type();
    subjectId = act.subject().id();
    subjectLabel = act.subject().label();
    partnerId = act.partnerId();
    before = json(act.before());
    after = json(act.after());
    this.policyVersion = policyVersion;
  }

  /** As it is sealed, once it has its id. */
  SealedEntry row() {
    return new SealedEntry(
        id,
        at,
        actorId,
        actorName,
        actorStaff,
        actorAddress,
        act,
        subjectType,
        subjectId,
        subjectLabel,
        partnerId,
        before,
        after,
        policyVersion);
  }

  public List<Change> getChanges() {
    Map<String, String> was = map(before);
    Map<String, String> is = map(after);
    var fields = new TreeSet<>(was.keySet());
    fields.addAll(is.keySet());
    var changes = new ArrayList<Change>();
    for (String field : fields) {
      changes.add(new Change(field, was.get(field), is.get(field)));
    }
    return changes;
  }

  private static String json(Map<String, String> values) {
    if (values.isEmpty()) {
      return null;
    }
    var object = Json.createObjectBuilder();
    new TreeMap<>(values).forEach((field, value) -> object.add(field, value == null ? "" : value));
    String text = object.build().toString();
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("an audit entry of " + text.length() + " characters");
    }
    return text;
  }

  private static Map<String, String> map(String json) {
    var values = new TreeMap<String, String>();
    if (json != null) {
      try (var reader = Json.createReader(new StringReader(json))) {
        reader.readObject().forEach((k, v) -> values.put(k, ((JsonString) v).getString()));
      }
    }
    return values;
  }

  public Long getId() {
    return id;
  }

  public Instant getAt() {
    return at;
  }

  public Long getActorId() {
    return actorId;
  }

  /** Whether the portal did it, and nobody. */
  public boolean isAutomatic() {
    return actorId == null;
  }

  /** Whether whoever reads it learns who did it: a partner is told that staff did. */
  public boolean isNamedTo(boolean staff) {
    return staff || !actorStaff;
  }

  public String getActorName() {
    return actorName;
  }

  public boolean isActorStaff() {
    return actorStaff;
  }

  public String getActorAddress() {
    return actorAddress;
  }

  public String getAct() {
    return act;
  }

  public String getSubjectType() {
    return subjectType;
  }

  public long getSubjectId() {
    return subjectId;
  }

  public String getSubjectLabel() {
    return subjectLabel;
  }

  public Long getPartnerId() {
    return partnerId;
  }

  public String getPolicyVersion() {
    return policyVersion;
  }
}
