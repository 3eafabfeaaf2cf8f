import HallModel
import HallSyntax
import Testing

@Suite("Votes by name")
struct NamedVoteTests {
  static let roster = """
    | 姓名 | 方 | 身份 | 户 | 面积 | 业主 |
    | --- | --- | --- | --- | --- | --- |
    | 张三 | 居民 | 楼长 | 2-1-301 | 86.40 | 张三 |
    | 李芳 | 居民 | | 2号楼1单元301室 | 86.40 | 张三 |
    | 钱七 | 居民 | | 2-1-302 | 60 | 钱七 |
    | 钱七 | 居民 | | 2-1-303 | 40.5 | 钱七 |
    | 孙八 | 居民 | | 2-1-401 | 50 | 开发公司 |
    | 周九 | 居民 | | 2-1-402 | 50 | 开发公司 |
    | 王五 | 居民 | | 2-2-101 | 70 | |
    | 王五 | 居民 | | 2-2-102 | 80 | |
    | 赵六 | 物业 | 经理 | | | |
    | 王五 | 社区 | 书记 | | | |
    """

  private func counts(
    _ vote: String, rule: String = "业主一般事项", attendance: String = "",
    ballots: [String: String] = [:]
  ) throws -> VoteCounts {
    let tally = try tally(
      "- 规则: \(rule)\n" + vote, roster: Self.roster, attendance: attendance, ballots: ballots)
    return try #require(tally.counts)
  }

  private func text(_ figures: Figures) -> String {
    let heads = figures.heads.number.map { "\($0)" } ?? figures.heads.gap?.rawValue ?? "?"
    let area = figures.area.number.map { Area(units: $0).text } ?? figures.area.gap?.rawValue ?? "?"
    return "\(heads) \(area)"
  }

  @Test(
    "names are counted through the roster, with the area of their household",
    arguments: [
      ("张三", "1 86.40"), ("李芳", "1 86.40"), ("张三、李芳", "1 86.40"), ("张三、张三", "1 86.40"),
      ("2-1-301", "1 86.40"), ("2号楼1单元301", "1 86.40"), ("２号楼１单元３０１室、张三", "1 86.40"),
      ("2-1-301、2-1-302", "2 186.90"), ("居民/张三", "1 86.40"), ("居民 张三", "1 86.40"),
      ("张三（代）", "1 86.40"),
      // One owner of several units is one head, with the areas added.
      ("钱七", "1 100.50"), ("2-1-302、2-1-303", "1 100.50"), ("孙八", "1 100.00"),
      ("孙八、周九", "1 100.00"),
      ("开发公司", "1 100.00"),
      // Two rows with one name and no owner are two voters.
      ("王五", "1 ambiguous_name"), ("2-2-101", "1 70.00"), ("2-2-101、2-2-102", "2 150.00"),
      // In the roster without an area, so not an owner; not in the roster, so unknown.
      ("社区/王五", "0 0.00"), ("赵六", "0 0.00"), ("张三、赵六", "1 86.40"),
      ("陌生人", "voter_unknown voter_unknown"), ("张三、陌生人", "voter_unknown voter_unknown"),
      ("无", "0 0.00"),
    ])
  func ownersByName(_ names: String, expected: String) throws {
    #expect(try text(counts("- 同意: \(names)").votesFor) == expected)
  }

  @Test(
    "all owners are entitled: a household or owner is one head", arguments: ["", "- 回避: 张三\n"])
  func entitledOwners(_ recused: String) throws {
    // Owners who are recused still count as entitled: Civil Code 278 has no recusal.
    #expect(try text(counts(recused + "- 同意: 张三").entitled) == "5 436.90")
  }

  static let attendance = "- 居民: 张三、钱七\n- 物业: 赵六\n- 社区: 王五\n- 缺席: 周九\n"

  @Test(
    "members are the people of the voting parties, including the recused",
    arguments: [
      ("", "8", "3", 0), ("- 回避: 张三\n", "8", "3", 1), ("- 回避: 居民/张三、陌生人\n", "8", "3", 1),
    ] as [(String, String, String, Int128)])
  func members(_ recused: String, entitled: String, present: String, leave: Int128) throws {
    // 张三, 李芳, 钱七, 孙八, 周九, two 王五 of 居民, and 赵六 of 物业.
    let counts = try counts(recused + "- 同意: 张三", rule: "委员会", attendance: Self.attendance)
    #expect(text(counts.entitled).hasPrefix(entitled + " "))
    #expect(text(counts.present).hasPrefix(present + " "))
    #expect(counts.recused.heads == .known(leave))
    #expect(counts.present.byParty?["社区"] == nil)
  }

  @Test(
    "a proxy counts as one more, if its holder is present",
    arguments: [
      ("- 委托: 周九 → 钱七（委托书 2025-09-20）", 4), ("- 委托: 周九 → 没来", 3), ("- 委托: 张三 → 钱七", 3),
      ("- 委托: 周九 → 居民/钱七", 4), ("- 委托: 周九 → 钱七\n- 委托: 孙八 → 张三", 5),
    ])
  func proxies(_ line: String, present: Int128) throws {
    let counts = try counts("- 同意: 张三", rule: "委员会", attendance: Self.attendance + line)
    #expect(counts.present.heads == .known(present))
  }

  @Test("people are counted by name and by number")
  func numbers() throws {
    let counts = try counts(
      "- 同意: 张三", rule: "居民会议", attendance: "- 居民: 张三等12人\n- 物业: 2人\n- 社区: 3人\n- 驻区单位: 银行、学校（校长）")
    #expect(counts.present.heads == .known(16))
    #expect(counts.present.byParty == ["居民": 12, "物业": 2, "驻区单位": 2])
  }

  @Test("under a rule for owners, those present are owners")
  func presentOwners() throws {
    let counts = try counts("- 同意: 张三", attendance: "- 居民: 张三、李芳、钱七\n- 物业: 赵六\n- 社区: 王五\n")
    #expect(counts.present.byParty == ["居民": 2])
    #expect(text(counts.present) == "2 186.90")
  }

  @Test("a name's party is the one written with it, or the one it is listed under")
  func parties() throws {
    let attendance = "- 居民: 老王\n- 物业: 小刘\n"
    let vote = "- 规则: 各方一致\n- 同意: 老王、物业/小刘"
    #expect(try outcome(vote, attendance: attendance) == "carried")
    #expect(try outcome("- 规则: 各方一致\n- 同意: 居民/老王、物业/小刘") == "carried")
    #expect(try outcome("- 规则: 各方一致\n- 同意: 居民 老王\n- 反对: 物业 小刘") == "lost")
    // The roster's 王五 of the community, which does not vote.
    let counts = try counts("- 同意: 社区/王五、物业/赵六", rule: "赞成多于反对")
    #expect(counts.votesFor.byParty == ["物业": 1])
  }

  // MARK: Roll calls

  @Test(
    "a table under the vote is a roll call, one row for each ballot",
    arguments: [
      "", "\n逐户意见如下：\n", "\n<!-- 注 -->\n",
    ])
  func table(_ between: String) throws {
    let counts = try counts(
      """
      - 应到: 9户 900㎡
      \(between)
      | 户 | 意见 |
      | - | - |
      | 2-1-301 | 同意 |
      | 2号楼1单元302 | 赞成 |
      | 2-1-303 | 同意 |
      | 2-1-401 | 反对 |
      | 2-2-101 | 弃权 |
      | 2-2-102 | |
      | 9-9-999 | 回避 |
      | | 同意 |
      """)
    #expect(text(counts.votesFor) == "2 186.90")
    #expect(text(counts.against) == "1 100.00")
    #expect(text(counts.abstain) == "1 70.00")
    #expect(text(counts.silent) == "1 80.00")
    #expect(text(counts.participating) == "4 356.90")
  }

  @Test("a ballot file that is here is read; written figures take precedence")
  func ballotFile() throws {
    let file = ["private/b.md": "# 票\n\n| 姓名 | Ballot |\n| - | - |\n| 张三 | Yes |\n| 钱七 | no |\n"]
    let counts = try counts(
      "- 票册: private/b.md sha256:\(String(repeating: "0", count: 64))", ballots: file)
    #expect(text(counts.votesFor) == "1 86.40")
    #expect(text(counts.against) == "1 100.50")
    let written = try self.counts("- 票册: private/b.md\n- 同意: 3户 3㎡", ballots: file)
    #expect(text(written.votesFor) == "3 3.00")
  }

  @Test(
    "a ballot file is a path in the hall and its digest",
    arguments: [
      ("private/b.md", true), ("private/b.md sha256:\(String(repeating: "aF", count: 32))", true),
      ("b.txt", false),
      ("../b.md", false), ("/etc/b.md", false), ("private/../../b.md", false),
      ("private//b.md", false),
      ("private/b.md sha256:12", false), ("private/b.md md5:12", false), ("a b.md", false),
      ("", false),
    ])
  func references(_ text: String, isRead: Bool) {
    #expect(((try? BallotFileReference(reading: Slice(text))) != nil) == isRead)
  }
}
