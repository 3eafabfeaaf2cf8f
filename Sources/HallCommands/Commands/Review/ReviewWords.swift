import HallHistory
import HallModel
import HallSyntax

/// What a review says, one thing a line, for a terminal and for Markdown alike.
struct ReviewWords {
  let language: Language
  /// How words of a file are written, so that none becomes more than words.
  let quote: (String) -> String

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// A name as it is written in front of what is said of it.
  func name(_ document: Document) -> String { quote(document.reviewName) }

  // MARK: Changes

  /// What changed, without who and why.
  func line(_ entry: ReviewEntry) -> String {
    let lead = name(entry.document) + " "
    switch entry.content {
    case .fact(let change, let details):
      return lead + FactText.line(ReviewWords.tidied(change), language, quote: quote)
        + self.details(details)
    case .vote(let change): return lead + line(change)
    case .prose(let change): return lead + line(change)
    case .came: return lead + say("新增", "added") + title(entry.document)
    case .went: return lead + say("文件没有了", "is gone") + title(entry.document)
    case .renamed(let old, let new):
      return lead + say("文件改名：", "renamed: ") + quote(old) + " → " + quote(new)
    case .layout:
      return lead
        + (entry.document.fault == nil
          ? say("只有空行、写法或注释不同", "only layout or comments differ")
          : say("字节不同，读不成文字", "other bytes, which are not text"))
    case .withdrawn:
      let number = entry.revision?.number ?? 0
      return lead
        + say("第 \(number) 版修正过，现在看不出差别", "amended in revision \(number); nothing of it shows now")
    }
  }

  /// A row of the roster without its empty cells.
  private static func tidied(_ change: FactChange) -> FactChange {
    guard change.key?.hasPrefix("row ") == true else { return change }
    func cells(_ row: String) -> String {
      row.split(separator: "|").map { Slice(String($0)).trimmed.string }.filter { !$0.isEmpty }
        .joined(separator: " | ")
    }
    return FactChange(
      kind: change.kind, subjects: change.subjects, titles: change.titles, label: change.label,
      key: change.key, before: change.before.map(cells), after: change.after.map(cells))
  }

  private func title(_ document: Document) -> String {
    guard document.fault == nil else { return "" }
    let title = document.title.isEmpty ? "" : say("「", " '") + quote(document.title) + say("」", "'")
    let status = document.frontMatter.flatMap { document.field(.status, of: $0)?.string }
    return title + (status.map { say("（", " (") + quote($0) + say("）", ")") } ?? "")
  }

  private func details(_ details: [FactChange]) -> String {
    guard !details.isEmpty else { return "" }
    let parts = details.map { quote($0.label ?? "") + " " + quote($0.after ?? "") }
    return say("：", ": ") + parts.joined(separator: say("，", ", "))
  }

  private func line(_ change: VoteChange) -> String {
    let subject = FactText.subject(change.subjects, change.titles, language, quote)
    let most = 6
    var parts = change.changes.filter { $0.key != "result" }.map(field)
    if parts.count > most {
      let rest = parts.count - most
      parts = parts.prefix(most) + [say("另有 \(rest) 处", "and \(rest) more")]
    }
    var line: String
    switch change.kind {
    case .added: line = say("新增 ", "added ") + subject
    case .removed: return say("删去 ", "removed ") + subject
    case .changed: line = subject
    }
    if !parts.isEmpty { line += " " + parts.joined(separator: say("，", ", ")) }
    return line + say("；", "; ") + result(change.before, change.after)
      + leg(change.leg) + written(change)
  }

  /// `同意 116人 → 118人`
  private func field(_ change: FactChange) -> String {
    let label = change.key == "title" ? say("标题", "title") : quote(change.label ?? "")
    switch (change.before, change.after) {
    case (let before?, let after?): return "\(label) \(quote(before)) → \(quote(after))"
    case (nil, let after?):
      return (change.kind == .added ? "" : say("加上 ", "added ")) + "\(label) \(quote(after))"
    case (let before?, nil): return say("去掉 ", "without ") + "\(label) \(quote(before))"
    default: return label
    }
  }

  /// `结果 通过 → 未通过`, `结果仍是 通过`.
  private func result(_ before: Tally?, _ after: Tally?) -> String {
    let now = outcome(after)
    if let reason = after?.outcome.reason, before?.outcome.result == nil {
      return reason.phrase[language]
    }
    guard let before else { return say("结果 ", "result ") + now }
    return before.outcome == after?.outcome
      ? say("结果仍是 ", "result still ") + now
      : say("结果 ", "result ") + outcome(before) + " → " + now
  }

  private func outcome(_ tally: Tally?) -> String {
    let word = TallyText.word(tally?.outcome, language)
    return tally?.outcome.elected?.isEmpty == false ? quote(word) : word
  }

  private func written(_ change: VoteChange) -> String {
    guard change.contradictsWritten, let written = change.after?.vote.writtenResult else {
      return ""
    }
    let word = written.result.word(language)
    return say("，但写的是「\(word)」", ", but '\(word)' is written")
  }

  private func leg(_ leg: TallyLeg?) -> String {
    guard let leg else { return "" }
    let words = leg.explanation[language]
    // Of all that it says, only a party's name is a file's.
    let isParty = if case .party = leg.measure { true } else { false }
    return say("（", " (") + (isParty ? quote(words) : words) + say("）", ")")
  }

  private func line(_ change: ProseChange) -> String {
    let place = FactText.subject(change.subjects, change.titles, language, quote)
    let parts = FactText.prose(
      from: change.before, to: change.after, style: Style(isColoured: false))
    let most = 2
    var text = parts.prefix(most).map(quote).joined(separator: " ")
    if parts.count > most {
      text += say("，另有 \(parts.count - most) 处", ", and \(parts.count - most) more")
    }
    return (place.isEmpty ? "" : place + " ") + say("文字：", "prose: ") + text
  }

  /// Who made a change, when and why; nil where there is no history to tell.
  func origin(_ entry: ReviewEntry) -> String? {
    if entry.isUnrecorded { return say("没有记进历史", "not recorded in the history") }
    guard let revision = entry.revision else { return nil }
    // The program's own reasons often say no more than the change itself.
    let isSaid = !revision.why.isEmpty && line(entry).contains(quote(revision.why))
    let origin = isSaid ? who(revision) : origin(revision) ?? ""
    guard !entry.others.isEmpty else { return origin }
    let numbers = entry.others.map(String.init).joined(separator: say("、", ", "))
    return origin + say("（第 \(numbers) 版也改过）", " (changed by revision \(numbers), too)")
  }

  /// `王五 2025-03-03：复核计票单`; nil where no history tells.
  func origin(_ revision: Revision?) -> String? {
    revision.map { who($0) + say("：", ": ") + quote($0.why) }
  }

  private func who(_ revision: Revision) -> String {
    quote(revision.by) + " " + quote(String(revision.at.prefix(10)))
  }

  /// The changes that are shown one by one, and how many rows of the roster more there are.
  func shown(_ entries: [ReviewEntry]) -> (entries: [ReviewEntry], rows: Int) {
    let most = 10
    var rows = 0
    let shown = entries.filter { entry in
      guard case .fact(let change, _) = entry.content, change.key?.hasPrefix("row ") == true else {
        return true
      }
      rows += 1
      return rows <= most
    }
    return (shown, max(0, rows - most))
  }

  func moreRows(_ rows: Int) -> String {
    say("另有 \(rows) 行有变化", rows == 1 ? "and 1 more row" : "and \(rows) more rows")
  }

  // MARK: What must not be overlooked

  func line(_ alert: ReviewAlert) -> String {
    let lead = name(alert.document) + say("：", ": ")
    let number = alert.revision ?? 0
    switch alert.kind {
    case .sealed:
      return lead + say("已确认的内容被改动，没有记下修正", "approved text was changed and no amendment recorded")
    case .mislabelled:
      return lead
        + say(
          "第 \(number) 版改了已确认的内容，却没有写明是修正",
          "revision \(number) changed approved text and does not say that it amends")
    case .rewritten:
      return lead
        + say(
          "原来的第 \(number) 版不在历史里了，历史被重写过",
          "revision \(number) as it was is gone: the history was rewritten")
    case .damaged:
      let words = alert.fault?.reason.phrase ?? Phrase(zh: "", en: "")
      return lead + say("历史第 \(number) 版", "the history, revision \(number): ") + words[language]
    case .gone:
      return lead + say("文件没有了；议事厅的文件从不删除", "is gone; no document of a hall is ever deleted")
    case .unreadable: return lead + say("文件不是文字，没有比较", "is no text, and was not compared")
    }
  }

  // MARK: What comes to something else

  func line(_ result: TurnedResult) -> String {
    let meeting = result.after.meeting
    let place = meeting.place(of: result.after.vote)
    let item = place.item.map { say("议题\($0) ", "item \($0) ") } ?? ""
    var name = Keyword.vote.word(language)
    if !result.after.vote.title.isEmpty {
      name += say("「", " '") + quote(result.after.vote.title) + say("」", "'")
    }
    let rule = result.after.vote.ruleName.map { say("规则 ", "rule ") + quote($0.string) }
    let causes = result.causes.map { $0.phrase[language] }.joined(separator: say("、", ", "))
    return self.name(meeting.document) + " " + item + name + say("：", ": ")
      + outcome(result.before) + " → " + outcome(result.after)
      + leg(result.after.tellingLeg(against: result.before)) + say("；", "; ") + causes
      + (rule.map { say("（", " (") + $0 + say("）", ")") } ?? "")
  }

  // MARK: What stayed silent

  /// The weightiest of what stayed silent, in lines, and how many more there are.
  func lines(_ silent: [SilentThing]) -> [String] {
    var seen: [SilentThing.Kind: Int] = [:]
    let shown = silent.filter { thing in
      seen[thing.kind, default: 0] += 1
      return seen[thing.kind, default: 0] <= thing.kind.mostShown
    }
    let rest = silent.count - shown.count
    guard rest > 0 else { return shown.map(line) }
    let overdue = CommandTable.called("overdue")[language]
    return shown.map(line)
      + [
        say(
          "另有 \(rest) 项；逾期的都在「\(overdue)」里",
          "and \(rest) more; '\(overdue)' tells all that is overdue")
      ]
  }

  func line(_ thing: SilentThing) -> String {
    switch thing {
    case .task(let owner, let task, let late, let last):
      let number = task.number.map { "-T\($0)" } ?? ""
      var line = (owner.id?.text ?? "") + number + " " + quote(task.title)
      if let lead = task.lead { line += say("，负责 ", ", lead ") + quote(lead.string) }
      if let late {
        line += say("：逾期 \(late) 天，没有进展", ": \(late) days overdue, no progress")
      } else if let last {
        let isOngoing = task.due == .ongoing
        line += isOngoing ? say("：长期", ": ongoing") : say("：没有期限", ": no due day")
        line += say("，\(last.iso) 以来没有进展", ", no progress since \(last.iso)")
      }
      return line
    case .posting(let meeting, let decision, let period):
      let number = decision.number.map { "-D\($0)" } ?? ""
      let line = (meeting.id?.text ?? name(meeting.document)) + number + " " + quote(decision.title)
      guard let period else { return line + say("：没有公示", ": not posted") }
      let days = period.end - period.start
      return line + say("：只公示了 \(days) 天", ": posted for \(days) days only")
    }
  }

  // MARK: The head

  /// What is compared: `2025-03-01 a1b2c3d → 2025-03-24 f00ba47`.
  func range(_ review: Review) -> String {
    func state(_ commit: Commit) -> String {
      [commit.day(offset: review.offset)?.iso, commit.short].compactMap { $0 }.joined(
        separator: " ")
    }
    let start = review.from.map(state) ?? say("开头", "the beginning")
    return start + " → " + state(review.to)
  }

  func counts(_ review: Review) -> String {
    let documents = review.documents
    var parts: [String] = []
    if let commits = review.commits {
      parts.append(say("\(commits) 次提交", commits == 1 ? "1 commit" : "\(commits) commits"))
    }
    parts.append(
      say(
        "\(documents) 份文件有变化",
        documents == 1 ? "1 document changed" : "\(documents) documents changed"))
    return parts.joined(separator: say("，", ", "))
  }
}
