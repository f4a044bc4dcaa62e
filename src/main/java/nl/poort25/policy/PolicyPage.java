package nl.poort25.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.text.Text;

/** The data of the policy page. */
record PolicyPage(
    List<Chapter> chapters,
    List<ExemptionKind> exemptionKinds,
    List<MxExample> mxExamples,
    List<PolicyVersion> versions,
    List<GlossaryTerm> glossary,
    String party,
    List<ContractTerms> terms,
    Documents documents) {

  record Chapter(char number, List<Section> sections) {
    static Chapter of(char number) {
      return new Chapter(
          number, Arrays.stream(Section.values()).filter(s -> s.chapter() == number).toList());
    }

    public String anchor() {
      return "chapter-" + number;
    }

    public Text title() {
      return Text.of("policy.chapter." + number);
    }

    /** A chapter of one section needs no heading for it. */
    public boolean divided() {
      return sections.size() > 1;
    }
  }

  static PolicyPage of(Settings settings) {
    return new PolicyPage(
        Stream.of('1', '2', '3', '4').map(Chapter::of).toList(),
        List.of(ExemptionKind.values()),
        List.of(MxExample.values()),
        List.of(PolicyVersion.values()),
        List.of(GlossaryTerm.values()),
        settings.text(Setting.CONTRACT_PARTY),
        settings.list(Setting.CONTRACT_TERMS).stream().map(ContractTerms::parse).toList(),
        new Documents(settings));
  }

  public PolicyVersion current() {
    return PolicyVersion.current();
  }
}
