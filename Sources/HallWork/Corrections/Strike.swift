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
      let vote = try change.vote(nil, of: change.item([self.part]))
      return try field(side, of: vote.node, part, in: &change)
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
    try change.edit(part.document, why: said) { editor throws(EditFault) in
      try editor.strike(node)
    }
    return try change.finish(did: said)
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
