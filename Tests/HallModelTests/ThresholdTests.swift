import HallModel
import HallSyntax
import Testing

@Suite("Boundaries of the rules")
struct ThresholdTests {
  /// A vote under a rule for owners, with as many heads as hundredths of area.
  private func owners(
    _ rule: String, entitled: Int, yes: Int, no: Int, abstain: Int = 0,
    yesArea: Int? = nil, noArea: Int? = nil, participating: Int? = nil
  ) -> String {
    """
    - 规则: \(rule)
    - 应到: \(entitled)户 \(entitled)㎡
    - 同意: \(yes)户 \(yesArea ?? yes)㎡
    - 反对: \(no)户 \(noArea ?? no)㎡
    - 弃权: \(abstain)户 \(abstain)㎡
    """ + (participating.map { "\n- 参与: \($0)户 \($0)㎡" } ?? "")
  }

  @Test("the whole is called “all”, every other threshold by its fraction")
  func phrases() {
    #expect(Threshold(Fraction(1, 1), inclusive: true).phrase == Phrase(zh: "全部", en: "all"))
    #expect(Threshold(Fraction(1, 1), inclusive: false).phrase.zh == "> 1/1")
    #expect(Threshold(Fraction(2, 3), inclusive: true).phrase.zh == "≥ 2/3")
  }

  @Test(
    "an owners' vote needs two thirds taking part and more than half, or three quarters, of them",
    arguments: [
      ("业主一般事项", 9, 6, 0, 0, "carried"), ("业主一般事项", 9, 5, 0, 0, "no_quorum"),
      ("业主一般事项", 300, 200, 0, 0, "carried"), ("业主一般事项", 300, 199, 0, 0, "no_quorum"),
      ("业主一般事项", 300, 101, 99, 0, "carried"), ("业主一般事项", 300, 150, 150, 0, "lost"),
      ("业主一般事项", 300, 150, 100, 50, "lost"), ("业主一般事项", 300, 151, 100, 49, "carried"),
      ("业主重大事项", 300, 225, 75, 0, "carried"), ("业主重大事项", 300, 224, 76, 0, "lost"),
      ("业主重大事项", 300, 225, 0, 75, "carried"), ("业主重大事项", 300, 224, 0, 76, "lost"),
      ("ordinary", 9, 6, 0, 0, "carried"), ("双四分之三", 300, 224, 76, 0, "lost"),
      ("业主一般事项", 0, 0, 0, 0, "no_quorum"), ("业主一般事项", 3, 0, 0, 3, "lost"),
    ])
  func ownersBoundaries(
    _ rule: String, entitled: Int, yes: Int, no: Int, abstain: Int, result: String
  ) throws {
    #expect(
      try outcome(owners(rule, entitled: entitled, yes: yes, no: no, abstain: abstain)) == result)
  }

  @Test(
    "heads and area must both hold",
    arguments: [
      (60, 39, 50, 49, "carried"), (60, 39, 49, 50, "lost"), (39, 60, 60, 39, "lost"),
      (60, 39, 30, 30, "no_quorum"), (50, 49, 50, 50, "lost"),
    ])
  func bothMeasures(_ yes: Int, no: Int, yesArea: Int, noArea: Int, result: String) throws {
    let vote = owners(
      "业主一般事项", entitled: 100, yes: yes, no: no, yesArea: yesArea, noArea: noArea)
    #expect(try outcome(vote) == result)
  }

  @Test(
    "a meeting's rules divide by those present, those entitled, or those who said yes or no",
    arguments: [
      ("居民会议", 100, 51, 26, 20, "carried"), ("居民会议", 100, 50, 50, 0, "no_quorum"),
      ("居民会议", 100, 52, 26, 0, "lost"), ("居民代表会议", 9, 6, 4, 2, "carried"),
      ("居民代表会议", 9, 5, 5, 0, "no_quorum"), ("居民代表会议", 9, 6, 3, 0, "lost"),
      ("委员会", 9, 5, 5, 0, "carried"), ("委员会", 9, 5, 4, 0, "lost"), ("委员会", 8, 4, 4, 0, "no_quorum"),
      ("委员会", 8, 8, 4, 4, "lost"), ("全体过半数", 9, 9, 5, 4, "carried"),
      ("全体过半数", 10, 10, 5, 0, "lost"),
      ("赞成多于反对", 9, 9, 2, 1, "carried"), ("赞成多于反对", 9, 9, 2, 2, "lost"),
      ("赞成多于反对", 9, 9, 0, 0, "lost"),
      ("得票最多", 9, 9, 2, 1, "carried"), ("得票最多", 9, 9, 2, 2, "lost"),
    ])
  func meetings(
    _ rule: String, entitled: Int, present: Int, yes: Int, no: Int, result: String
  ) throws {
    let vote = "- 规则: \(rule)\n- 应到: \(entitled)\n- 实到: \(present)\n- 同意: \(yes)\n- 反对: \(no)"
    #expect(try outcome(vote) == result)
  }

  @Test(
    "written participants are final, whatever the sides add up to"
  )
  func participating() throws {
    let invalid = owners(
      "业主一般事项", entitled: 300, yes: 101, no: 50, abstain: 50, participating: 202)
    #expect(try outcome(invalid) == "lost")
    let none = owners("业主一般事项", entitled: 300, yes: 101, no: 50, abstain: 50)
    #expect(try outcome(none) == "carried")
    let few = owners(
      "业主一般事项", entitled: 300, yes: 100, no: 100, abstain: 0, participating: 150)
    #expect(try outcome(few) == "no_quorum")
    #expect(try tally(few).counts?.participating.heads == .known(150))
  }

  @Test("the greatest heads and areas are computed exactly")
  func greatest() throws {
    let vote = """
      - 规则: 业主重大事项
      - 应到: 1000000000户 1000000000000㎡
      - 同意: 750000000户 750000000000㎡
      - 反对: 250000000户 249999999999.9999㎡
      """
    #expect(try outcome(vote) == "carried")
    let less = vote.replacing("750000000000㎡", with: "749999999999.9999㎡")
    #expect(try outcome(less.replacing("249999999999.9999", with: "250000000000")) == "lost")
    let all = "1000000000户 1000000000000㎡"
    let more = "- 规则: 业主一般事项\n- 应到: \(all)\n- 同意: \(all)\n- 反对: 0"
    #expect(try outcome(more) == "carried")
  }

  @Test(
    "a rule of the hall's own, its legs in any of their forms",
    arguments: [
      ("人数 ≥ 2/3", 6, "carried"), ("人数 >= 2/3", 6, "carried"), ("人数 > 2/3", 6, "lost"),
      ("人数 三分之二以上", 6, "carried"), ("人数 不少于 2/3", 6, "carried"), ("人数 超过 2/3", 6, "lost"),
      ("人数 超过三分之二", 7, "carried"), ("heads at least 2/3", 6, "carried"), ("人数＞１／２", 5, "carried"),
      ("人数 过半数", 5, "carried"), ("人数 过半数", 4, "lost"), ("人数 ≥ 66.6667%", 6, "lost"),
      ("人数 ≥ 66.6666%", 6, "carried"), ("heads more than 2/3", 7, "carried"),
      ("人数 2/3 以上", 5, "lost"),
      ("人数 ≥ 1/2, 人数 > 5/9", 5, "lost"), ("", 5, "rule_unreadable"),
    ])
  func ownRules(_ legs: String, yes: Int, result: String) throws {
    let hall = "## 表决规则\n### 自定\n- 通过: \(legs)\n- 基数: 应到\n"
    let vote = "- 规则: 自定\n- 应到: 9\n- 同意: \(yes)\n- 反对: \(min(4, 9 - yes))"
    #expect(try outcome(vote, hall: hall) == result)
  }

  @Test(
    "a rule that cannot be read decides nothing",
    arguments: [
      "- 通过: 人数 大于 2/3", "- 通过: 2/3", "- 通过: 人数 ≥ 3/2", "- 最低参与: 人数", "- 通过: 人数 > 1/2\n- 基数: 全部",
      "- 表决人: 大家", "- 未表态: 算", "- 通过: 人数 > 1/2 且 面积 > 1/2",
    ])
  func unreadableRules(_ lines: String) throws {
    let vote = "- 规则: 自定\n- 应到: 9\n- 同意: 9\n- 反对: 0"
    #expect(try outcome(vote, hall: "## 表决规则\n### 自定\n\(lines)\n") == "rule_unreadable")
  }

  @Test(
    "the hall's own rule of a built-in name replaces it, under each of its names",
    arguments: [
      "委员会", "committee", "一般事项",
    ])
  func replacedRules(_ own: String) throws {
    let hall = "## 表决规则\n### \(own)\n- 通过: 人数 ≥ 1/1\n- 基数: 应到\n"
    let vote = "- 应到: 9户 9㎡\n- 实到: 9\n- 同意: 8户 8㎡\n- 反对: 1户 1㎡\n- 规则: "
    let names = own == "一般事项" ? ["业主一般事项", "ordinary", "双过半"] : ["委员会", "Committee"]
    for name in names {
      #expect(try outcome(vote + name) == "carried")
      #expect(try outcome(vote + name, hall: hall) == "lost")
    }
  }
}
