package nl.poort25.point;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The version of an agent, and the program and version that it drives, as the agent reports them.
 */
@Embeddable
public class AgentVersion {
  @Column(name = "agent_version")
  private String version;

  private String program;

  @Column(name = "program_version")
  private String programVersion;

  protected AgentVersion() {}

  /** Of three words. */
  static AgentVersion of(String words) {
    String[] word = words.split(" ");
    var agent = new AgentVersion();
    agent.version = word[0];
    agent.program = word[1];
    agent.programVersion = word[2];
    return agent;
  }

  /** As {@link Agent#getVersion} of the one that is served here, where it is the same. */
  public String getVersion() {
    return version;
  }

  /** Such as "nft", "postfix" or "curl". */
  public String getProgram() {
    return program;
  }

  /** "-" where the agent could not find out. */
  public String getProgramVersion() {
    return programVersion;
  }
}
