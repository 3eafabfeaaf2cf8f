import Foundation
import HallCommands
import HallModel
import HallSyntax
import Testing

/// A field is one line of the vocabulary, and the rest of the program looks it up there.
struct FieldRolesTests {
  /// A key in a place, with a value that can be read.
  struct Field: CustomTestStringConvertible, Sendable {
    let keyword: Keyword
    let use: Vocabulary.Use
    let scope: Scope
    let place: String

    var value: String {
      switch use.value {
      case .text, .person: "居民/张三"
      case .names, .ballots: "张三"
      case .day, .dueDay: "2025-09-26"
      case .dueDayAndText, .dayAndText: "2025-09-26 居民代表同意"
      case .time: "2025-09-25 14:30-16:00"
      case .period: "2025-09-26 至 2025-10-11"
      case .duration: "20分钟"
      case .length: "3天"
      case .zone: "+08:00"
      case .language: "zh"
      case .integer, .heads: "2"
      case .matterID, .matterReference: "Q-2025-001"
      case .meetingID: "M-2025-008"
      case .meetingReference: "M-2025-007"
      case .castingVote: "张三 同意"
      case .timeAndText: "15:40 不足法定人数"
      case .decisionReference: "M-2025-007-D1"
      case .count, .electorate: "5户"
      case .personAndTime: "张三 15:00"
      case .proxy: "张三 → 钱七"
      case .ballotFile: "ballots/x.md sha256:" + String(repeating: "0", count: 64)
      case .legs: "人数 > 1/2"
      case .word(let words): Vocabulary.keywords(in: words).first?.word(.zh) ?? ""
      case .voteResult: "通过"
      }
    }

    var line: String {
      keyword.word(.zh) + (keyword == .option ? " 甲" : "") + ": " + value
    }

    var testDescription: String { place + " " + keyword.machineName }
  }

  static let fields: [Field] = [
    (Scope.matterFront, "matter"), (.meetingFront, "meeting"), (.item, "item"), (.vote, "vote"),
    (.decision, "decision"), (.task, "task"), (.attendance, "attendance"),
  ].flatMap { scope, place in
    Vocabulary.entries.compactMap { entry in
      Vocabulary.use(of: entry.keyword, in: scope).map {
        Field(keyword: entry.keyword, use: $0, scope: scope, place: place)
      }
    }
  }

  /// A document with this field, or with only the fields that it must have.
  private static func text(_ field: Field?, in place: String) -> String {
    func line(_ here: String, _ prefix: String) -> String {
      guard let field, field.place == here else { return "" }
      return prefix + field.line + "\n"
    }
    func front(_ needed: [Keyword: String]) -> String {
      let given = field?.keyword
      return needed.sorted { $0.key.rawValue < $1.key.rawValue }
        .filter { field?.place != place || $0.key != given }
        .map { "\($0.key.word(.zh)): \($0.value)\n" }.joined()
    }
    if place == "matter" {
      return "---\n" + front([.matter: "Q-2025-001"]) + line("matter", "") + "---\n# 路灯\n"
    }
    return "---\n" + front([.meeting: "M-2025-008", .status: "已确认"]) + line("meeting", "")
      + "---\n# 协商会\n\n## 参会人员\n\n" + line("attendance", "- ")
      + "\n## 议程\n\n### 1. 路灯\n\n" + line("item", "- ")
      + "\n#### 表决: 换灯\n\n" + line("vote", "- ")
      + "\n#### 决议 D1: 换灯\n\n" + line("decision", "- ")
      + "\n- [ ] T1 换灯\n" + line("task", "  - ")
  }

  private func document(_ field: Field, isThere: Bool = true) -> Document {
    let text = FieldRolesTests.text(
      isThere ? field : nil, in: field.place == "matter" ? "matter" : "meeting")
    return Document(
      path: field.place == "matter" ? "matters/Q-2025-001.md" : "agendas/M-2025-008.md",
      kind: field.place == "matter" ? .matter : .meeting, bytes: Array(text.utf8))
  }

  @Test(arguments: fields)
  func aFieldIsAFactOfItsDocument(field: Field) throws {
    let facts = FactList(document(field)).facts.filter { $0.keyword == field.keyword }
    #expect(facts.contains { $0.value == field.value })
    let isLabelled = field.keyword == .option
    #expect(facts.allSatisfy { $0.repeats == (field.use.repeats && !isLabelled) })
  }

  @Test(arguments: fields)
  func aFieldIsShown(field: Field) throws {
    let document = document(field)
    let hall = try TestHall([document.path: String(decoding: document.bytes, as: UTF8.self)])
    let name = field.place == "matter" ? "Q-2025-001" : "M-2025-008"
    let shown = hall.run("show", name, "--lang", "zh").output
    #expect(shown.contains(field.value))
    let json = hall.run("show", name, "--json").output
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    func first(_ object: [String: Any]?, _ key: String) -> [String: Any]? {
      (object?[key] as? [[String: Any]])?.first
    }
    let item = first(answer, "agenda")
    let object =
      switch field.place {
      case "item": item
      case "vote": first(item, "votes")
      case "decision": first(item, "decisions")
      case "task": first(item, "tasks")
      case "attendance": answer["attendance"] as? [String: Any]
      default: answer
      }
    let value = try #require(object?[field.keyword.machineName])
    #expect(!(value is NSNull))
    #expect((value as? [Any])?.isEmpty != true)
    let areSeveral = [ValueKind.names, .matterReference, .word(.method)].contains(field.use.value)
    #expect(value is [Any] == (field.use.repeats || areSeveral))
  }

  @Test(arguments: fields.filter { $0.place != "matter" })
  func aFieldIsSealedUnlessItMayChangeAfterApproval(field: Field) throws {
    // Without these it is not a meeting, or not an approved one.
    guard ![.meeting, .status].contains(field.keyword) else { return }
    let (without, with) = (document(field, isThere: false), document(field))
    let isOutside = field.use.roles.contains(.afterApproval)
    #expect((Seal.covered(without) == Seal.covered(with)) == isOutside)
    let changes = FactChange.changes(from: FactList(without), to: FactList(with))
    #expect(changes.count == 1)
    #expect(changes.allSatisfy { Seal.leavesOpen($0) == isOutside })
  }

  @Test func theFieldsThatMayChangeAfterApprovalAreThoseOfTheFormat() {
    func open(_ scope: Scope) -> [Keyword] {
      Vocabulary.keys(in: scope) { $0.roles.contains(.afterApproval) }
    }
    #expect(
      open(.task) == [.extended, .progress, .urgedOn, .evidence, .done, .taskResult, .acceptedBy])
    #expect(
      open(.decision) == [.posted, .objection, .objectionAnswered, .effective, .setAside])
    #expect(open(.meetingFront) == [.posted])
    #expect(open([.item, .vote]) == [])
  }

  @Test func theFieldsOfAVoteHaveTheirRoles() {
    func keys(_ role: FieldRoles) -> [Keyword] {
      Vocabulary.keys(in: .vote) { $0.roles.contains(role) }
    }
    #expect(keys(.electorate) == [.entitled, .present, .delivered, .returned, .seats, .alternates])
    #expect(
      keys(.outcome) == [
        .invalid, .silent, .participating, .votesFor, .against, .abstain, .castingVote, .option,
        .voteResult,
      ])
    #expect(keys(.exclusive) == [.votesFor, .against, .abstain, .recused])
    #expect(Vocabulary.voteSides == [.votesFor, .against, .abstain, .option])
  }

  @Test func everyKeyOfTheAnswersIsInTheSchema() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(
        with: Data(contentsOf: Self.repository.appending(path: "docs/schemas/answers.schema.json"))
      ) as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    let names = [
      "matter": ["matter", "show_matter"], "meeting": ["meeting", "show_meeting"],
      "item": ["item_of_meeting", "show_item"], "vote": ["vote", "vote_of_item"],
      "decision": ["decision", "show_decision"], "task": ["task"],
      "attendance": ["attendance"],
    ]
    for field in FieldRolesTests.fields {
      for name in names[field.place] ?? [] {
        let required = try #require(definitions[name]?["required"] as? [String])
        #expect(required.contains(field.keyword.machineName), "\(name)")
      }
    }
  }

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
