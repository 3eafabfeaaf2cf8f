import HallModel
import HallSyntax
import HallWords

/// Takes out what should not have been written: an item, a vote, a decision, a task, or one fact of
/// them. Numbers are not given again.
package struct Strike: Act {
  private let part: String
  /// The fact that goes, or 表决 for a vote of an item; nil for the whole part.
  private let fact: String?
  /// Of several such facts, words of the one; of names, the one that goes.
  private let words: String?

  package init(_ part: String, _ fact: String? = nil, _ words: String? = nil) {
    self.part = part
    (self.fact, self.words) = (TypedText.words(fact), TypedText.words(words))
  }

  package func perform(in change: inout Change) throws(Refusal) -> Step {
    let part = try CorrectedPart(self.part, in: change)
    guard let fact else { return try whole(part, in: &change) }
    if part.scope == .item, Vocabulary.keyword(Slice(fact), in: .block) == .vote {
      return try vote(of: part, in: &change)
    }
    if part.scope == .item, let side = Vocabulary.keyword(Slice(fact), in: .vote),
      part.keyword(fact) == nil
    {
      return try line(side, part, in: &change)
    }
    if part.scope == .matterFront, let step = Vocabulary.keyword(Slice(fact), in: .log) {
      let lines = Matter(part.document, charter: change.charter).log.filter { $0.keyword == step }
      return try one(
        of: lines.map { ($0.node, $0.shownDay + " " + $0.text) }, Phrase(step), part, in: &change)
    }
    if part.scope == .meetingFront, ["签字", "各方签字", "signature"].contains(fact) {
      let lines = part.meeting.signOffs.map { signOff in
        (signOff.node, signOff.party + " " + signOff.document.slice(signOff.syntax.value).string)
      }
      return try one(of: lines, Phrase(zh: "签字", en: "signature"), part, in: &change)
    }
    if part.scope == .meetingFront, part.keyword(fact) == nil,
      let keyword = Vocabulary.keyword(Slice(fact), in: .attendance),
      let section = part.document.section(.attendance)
    {
      return try field(keyword, of: section, part, in: &change)
    }
    guard let keyword = part.keyword(fact) else { throw part.unknown(fact, change.language) }
    guard ![.meeting, .matter, .status].contains(keyword) || part.scope == .item else {
      throw .refused(
        Phrase(zh: "「\(keyword.word(.zh))」不能删", en: "'\(keyword.word(.en))' cannot be struck"))
    }
    return try field(keyword, of: part.node, part, in: &change)
  }

  private func whole(_ part: CorrectedPart, in change: inout Change) throws(Refusal) -> Step {
    guard [.item, .decision, .task].contains(part.scope) else {
      throw .refused(
        Phrase(zh: "「\(part.name)」不能整个删去", en: "'\(part.name)' cannot be struck as a whole"),
        hint: Phrase(
          zh: "会不开了用「hall 取消」，问题办完了用「hall 问题 结案」，刚做错的用「hall 撤销」",
          en: "call a meeting off with 'hall cancel', close a matter, or 'hall undo' the last step")
      )
    }
    let title = part.document.slice(part.document.nodes[part.node].value).string
    return try strike(part.node, title, part, in: &change)
  }

  private func vote(of part: CorrectedPart, in change: inout Change) throws(Refusal) -> Step {
    let place = try change.item([self.part])
    let wanted = words.map { FullWidth.name(Slice($0)) }
    let found = place.item.votes.filter { vote in
      wanted.map { FullWidth.name(Slice(vote.title)).holds($0) } ?? true
    }
    guard let vote = found.first, found.count == 1 else {
      let titles = place.item.votes.map { "「\($0.title)」" }.joined(separator: "、")
      throw .refused(
        Phrase(
          zh: found.isEmpty ? "\(part.name) 没有这样的表决" : "\(part.name) 有 \(found.count) 次表决",
          en: found.isEmpty
            ? "\(part.name) has no such vote" : "\(part.name) has \(found.count) votes"),
        hint: Phrase(zh: "写上标题：\(titles)", en: "give its title: \(titles)"))
    }
    return try strike(vote.node, vote.title, part, in: &change)
  }

  private func strike(
    _ node: Int, _ title: String, _ part: CorrectedPart, in change: inout Change
  ) throws(Refusal) -> Step {
    let said = Phrase(
      zh: "删去 \(part.name)「\(title)」", en: "struck \(part.name), '\(title)'")
    let held = heldBy(node, part.document)
    if !held.isEmpty {
      change.notes.append(
        Phrase(
          zh: "注意：它下面的也一起删了：" + held.map(\.zh).joined(separator: "、") + "；要留着就撤销",
          en: "note: what was under it went with it: " + held.map(\.en).joined(separator: ", ")
            + "; to keep it, undo"))
    }
    try change.edit(part.document, why: said) { editor throws(EditFault) in
      try editor.strike(node)
    }
    return try change.finish(did: said)
  }

  /// What goes with a heading: its votes, decisions, tasks and objections.
  private func heldBy(_ node: Int, _ document: Document) -> [Phrase] {
    let nodes = node + 1..<max(node + 1, Int(document.nodes[node].subtreeEnd))
    return nodes.compactMap { index -> Phrase? in
      let part = document.nodes[index]
      let text = VisibleText.line(document.slice(part.value).string)
      switch part.kind {
      case .vote: return Phrase(zh: "表决「\(text)」", en: "vote '\(text)'")
      case .decision: return Phrase(zh: "决议「\(text)」", en: "decision '\(text)'")
      case .task: return Phrase(zh: "任务「\(text)」", en: "task '\(text)'")
      case .field where part.keyword == .objection:
        return Phrase(zh: "异议「\(text)」", en: "objection '\(text)'")
      default: return nil
      }
    }
  }

  /// The one line that the words are of.
  private func one(
    of lines: [(node: Int, text: String)], _ name: Phrase, _ part: CorrectedPart,
    in change: inout Change
  ) throws(Refusal) -> Step {
    let wanted = words.map { FullWidth.name(Slice($0)) }
    let found = lines.filter { line in
      wanted.map { FullWidth.name(Slice(line.text)).holds($0) } ?? true
    }
    guard let line = found.first, found.count == 1 else {
      throw .refused(
        Phrase(
          zh: found.isEmpty
            ? "\(part.name) 没有这样的\(name.zh)" : "\(part.name) 有 \(found.count) 条\(name.zh)",
          en: found.isEmpty
            ? "\(part.name) has no such \(name.en)"
            : "\(part.name) has \(found.count) of \(name.en)"),
        hint: lines.isEmpty
          ? nil
          : Phrase(
            zh: "写上其中几个字：" + lines.map(\.text).joined(separator: "；"),
            en: "give words of one: " + lines.map(\.text).joined(separator: "; ")))
    }
    let said = Phrase(
      zh: "删去 \(part.name) 的\(name.zh)：\(line.text)",
      en: "struck from \(part.name), \(name.en): \(line.text)")
    try change.edit(part.document, why: said) { editor throws(EditFault) in
      try editor.remove(line.node)
    }
    return try change.finish(did: said)
  }

  /// A line of the last vote, or one name of it: the result follows.
  private func line(
    _ keyword: Keyword, _ part: CorrectedPart, in change: inout Change
  ) throws(Refusal) -> Step {
    let vote = try change.vote(nil, of: change.item([self.part]))
    let name = Phrase(keyword)
    guard let value = vote.value(keyword) else {
      throw .refused(
        Phrase(
          zh: "「\(vote.title)」没有写\(name.zh)", en: "'\(vote.title)' has no '\(name.en)'"))
    }
    let names = NameList.split(NamedSum(value).names)
    let wanted = words.map { FullWidth.name(Slice($0)) }
    let left = names.filter { FullWidth.name(NameList.Element($0).name) != wanted }
    guard wanted == nil || left.count < names.count else {
      throw .refused(
        Phrase(
          zh: "\(name.zh)里没有「\(words ?? "")」：\(value.string)",
          en: "'\(name.en)' does not have '\(words ?? "")': \(value.string)"))
    }
    let rest = wanted == nil ? [] : left
    let nobody = Phrase(zh: "无", en: "none")[change.written]
    let text = rest.map(\.string).joined(separator: change.separator)
    var given = GivenVote()
    given.lines = [
      VoteLine(
        keyword, text.isEmpty && wanted != nil ? nobody : text, called: name[change.language])
    ]
    return try RecordVote([self.part], given, isExact: true).perform(in: &change)
  }

  /// One line, or one name of it.
  private func field(
    _ keyword: Keyword, of node: Int, _ part: CorrectedPart, in change: inout Change
  ) throws(Refusal) -> Step {
    let document = part.document
    let all = document.fieldNodes(keyword, of: node)
    let wanted = words.map { FullWidth.name(Slice($0)) }
    func text(_ field: Int) -> String { document.slice(document.nodes[field].value).string }
    let found = all.filter { field in
      wanted.map { FullWidth.name(Slice(text(field))).holds($0) } ?? true
    }
    let name = Phrase(keyword)
    guard let line = found.first, found.count == 1 else {
      throw .refused(
        found.isEmpty
          ? Phrase(
            zh: "\(part.name) 没有这样的「\(name.zh)」", en: "\(part.name) has no such '\(name.en)'")
          : Phrase(
            zh: "\(part.name) 有 \(found.count) 条「\(name.zh)」",
            en: "\(part.name) has \(found.count) of '\(name.en)'"),
        hint: all.isEmpty
          ? nil
          : Phrase(
            zh: "写上其中几个字：" + all.map(text).joined(separator: "；"),
            en: "give words of one: " + all.map(text).joined(separator: "; ")))
    }
    let names = NameList.split(NamedSum(document.slice(document.nodes[line].value)).names)
    let left = names.filter { element in
      FullWidth.name(NameList.Element(element).name) != wanted
    }
    let isOneName = wanted != nil && left.count < names.count && !left.isEmpty
    let gone = isOneName ? words ?? "" : text(line)
    let said = Phrase(
      zh: "删去 \(part.name) 的\(name.zh)：\(gone)", en: "struck from \(part.name), \(name.en): \(gone)"
    )
    let rest = left.map(\.string).joined(separator: change.separator)
    try change.edit(document, why: said) { editor throws(EditFault) in
      if isOneName {
        try editor.replaceValue(of: line, with: rest)
      } else {
        try editor.remove(line)
      }
    }
    return try change.finish(did: said)
  }
}
