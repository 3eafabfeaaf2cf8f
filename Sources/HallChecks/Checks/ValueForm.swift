import HallModel
import HallSyntax

/// A known key whose value cannot be read. An empty value is not reported: it is not filled in yet.
package enum ValueForm: Check {
  package static let id = "value"
  package static let about = Phrase(
    zh: "认得的项目，内容却读不出来：没有这一天、数字中间有逗号、负数、比例写错等。空着不算错，只是还没填。",
    en: "A known key whose value cannot be read: no such day, a comma inside a number, a negative"
      + " count, an impossible fraction. An empty value is fine: it is not filled in yet.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    guard document.fault == nil else { return }
    if document.kind == .hall { checkRules(document, &report) }
    let meeting = context.meeting(of: document)
    var roster = RosterAreas(in: document)
    for (index, node) in document.nodes.enumerated() {
      switch node.kind {
      case .field: checkField(index, document, meeting, context.charter, &report)
      case .logLine: checkLogLine(index, document, &report)
      case .table, .tableRow:
        if let cell = roster.area(of: index) { checkArea(cell, document, &report) }
      default: break
      }
    }
  }

  package static func check(meeting: Meeting, _ context: CheckContext, _ report: inout Report) {
    let document = meeting.document
    for line in meeting.attendance?.partyLines ?? [] {
      let (value, key) = (document.slice(document.nodes[line.node].value), line.party)
      guard Attendance.isTooLarge(value) else { continue }
      add(.tooLarge, of: .heads, value, key, key, document, &report)
    }
    for vote in meeting.votes {
      let file = context.ballotBook(of: vote)
      let table = vote.ballotTable ?? file.flatMap { BallotTable(file: $0.document) }
      if let table { checkBallots(table, of: vote, &report) }
    }
  }

  /// Why the due day of an open task cannot be read, for `overdue`, which runs no other check.
  package static func problem(_ due: UnreadableDue) -> Problem? {
    let document = due.document
    let node = document.nodes[due.field]
    let key = document.text(node.key)
    var report = Report(of: self)
    let kind = document.use(of: due.field)?.value ?? .dueDay
    add(due.fault, of: kind, document.slice(node.value), key, key, document, &report)
    return report.problems.first
  }

  private static func checkField(
    _ index: Int, _ document: Document, _ meeting: Meeting?, _ charter: Charter,
    _ report: inout Report
  ) {
    let node = document.nodes[index]
    let value = document.slice(node.value)
    let scope = document.keyScope(of: index)
    guard !value.isEmpty else { return }
    let kind: ValueKind
    if scope == .partyList {
      kind = .word(.partyPart)
    } else if scope == .signatureList {
      return checkSignature(index, document, &report)
    } else if scope == .log {
      return checkUndated(node, document, &report)
    } else if let use = document.use(of: index) {
      kind = use.value
    } else {
      return
    }
    // The identifier of a file is checked by `identifier`.
    if kind == .matterID || kind == .meetingID { return }
    // Words take any value.
    if kind == .text || kind == .names || kind == .person { return }
    let fault = ValueReading.fault(
      of: value, as: kind, parties: meeting?.parties ?? charter.parties
    ) { meeting?.knows($0) ?? false }
    if let fault {
      let key = document.text(node.key)
      add(fault, of: kind, value, key, key, document, &report)
    } else if scope == .calendar, let period = try? Period(reading: value),
      period.days > WorkCalendar.longestPeriod
    {
      let key = document.text(node.key)
      report.error(
        document, node.value, zh: "「\(key)」写的是「\(value.string)」，长达 \(period.days) 天，超过一年",
        en: "\(key) '\(value.string)': \(period.days) days are more than a year",
        hint: Phrase(zh: "请核对年份；真要这么长就一年写一行", en: "check the years; write one line a year"))
    }
  }

  /// Rules by which a motion could be carried and rejected at once.
  private static func checkRules(_ document: Document, _ report: inout Report) {
    for (index, node) in document.nodes.enumerated() where node.kind == .rule {
      checkWholes(of: index, document, &report)
      checkBase(of: index, document, &report)
      guard let veto = document.fieldNode(.rejectedBy, of: index),
        let pass = document.field(.pass, of: index),
        let passLegs = try? RuleLeg.list(reading: pass),
        let vetoLegs = try? RuleLeg.list(reading: document.slice(document.nodes[veto].value)),
        RuleLeg.canBothHold(passLegs, vetoLegs)
      else { continue }
      report.error(
        document, document.nodes[veto].value,
        zh: "「通过」和「否决」可能同时成立，这条规则定不出结果",
        en: "'pass' and 'rejected by' can both hold, so that the rule decides nothing",
        hint: Phrase(
          zh: "只留一项；或者两项的比例加起来超过一",
          en: "keep one of them, or have their shares add up to more than one"))
    }
  }

  /// A quorum or a participation that divides by something else than all who may vote.
  private static func checkWholes(of rule: Int, _ document: Document, _ report: inout Report) {
    for key in [Keyword.participation, .quorum] {
      guard let field = document.fieldNode(key, of: rule),
        let legs = try? RuleLeg.list(reading: document.slice(document.nodes[field].value)),
        legs.contains(where: { $0.base != nil && $0.base != .baseEntitled })
      else { continue }
      report.error(
        document, document.nodes[field].value,
        zh: "「\(key.word(.zh))」总是占应到的多少，不能占别的",
        en: "'\(key.word(.en))' is always a share of the entitled",
        hint: Phrase(zh: "去掉「占」后面的词", en: "take away what follows 'of'"))
    }
  }

  /// A base under which nothing divides.
  private static func checkBase(of rule: Int, _ document: Document, _ report: inout Report) {
    guard let field = document.fieldNode(.base, of: rule),
      [.pass, .rejectedBy].allSatisfy({ document.field($0, of: rule)?.isEmpty ?? true }),
      let base = Vocabulary.keyword(document.slice(document.nodes[field].value), in: .base),
      [.baseEntitled, .basePresent].contains(base)
    else { return }
    report.error(
      document, document.nodes[field].value,
      zh: "基数写的是「\(base.word(.zh))」，但规则里没有「通过」「否决」，用不上基数",
      en:
        "the base is '\(base.word(.en))', but the rule has neither 'pass' nor 'rejected by' to divide by"
        + " it",
      hint: Phrase(
        zh: "加一行「- 通过: 人数 > 1/2」这样的；同意多于反对就算通过的，删去「基数」",
        en: "add the condition, as in '- pass: heads > 1/2'; where more for than against is enough,"
          + " take the base away"))
  }

  private static func checkLogLine(
    _ index: Int, _ document: Document, _ report: inout Report
  ) {
    let line = LogLine(document: document, node: index)
    do throws(ValueFault) {
      _ = try StepDay(reading: line.dayText)
    } catch {
      let word = document.section(.log).map { document.text(document.nodes[$0].value) } ?? ""
      add(error, of: .dueDay, line.dayText, word, word, document, &report)
    }
  }

  /// A step of the log with its word but without its day.
  private static func checkUndated(_ node: Node, _ document: Document, _ report: inout Report) {
    guard node.keyword != nil else { return }
    let word = document.text(node.key)
    report.error(
      document, node.key, zh: "「\(word)」前面没有日期，这一步不会算数",
      en: "'\(word)' has no day and does not count",
      hint: Phrase(
        zh: "写成「- 2025-03-02 \(word): …」", en: "write it as in '- 2025-03-02 \(word): …'"))
  }

  private static func checkSignature(
    _ index: Int, _ document: Document, _ report: inout Report
  ) {
    let signOff = SignOff(document: document, node: index)
    guard signOff.day == nil else { return }
    let value = document.slice(document.nodes[index].value)
    let party = document.text(document.nodes[index].key)
    if let day = value.firstLikeADay {
      var cursor = Cursor(day)
      var fault = ValueFault.malformed
      do throws(ValueFault) { _ = try cursor.takeDay() } catch { fault = error }
      add(fault, of: .dueDay, day, party, party, document, &report)
    } else if let stance = value.lastWord, Vocabulary.keyword(stance, in: .stance) != nil {
      report.error(
        document, stance.indices, zh: "「\(party)」签了「\(stance.string)」，但没有写日期",
        en: "\(party) signed '\(stance.string)', but no day is written",
        hint: Phrase(
          zh: "写成「姓名 2025-09-27 \(stance.string)」",
          en: "write it as in 'name 2025-09-27 \(stance.string)'"))
    }
  }

  static func add(
    _ fault: ValueFault, of kind: ValueKind, _ value: Slice, _ zhKey: String, _ enKey: String,
    _ document: Document, _ report: inout Report
  ) {
    let words = fault.words(kind, value)
    report.error(
      document, value.indices, zh: "「\(zhKey)」写的是「\(value.string)」，\(words.fact.zh)",
      en: "\(enKey) '\(value.string)': \(words.fact.en)", hint: words.hint)
  }
}
