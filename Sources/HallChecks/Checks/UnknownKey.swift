import HallModel
import HallSyntax

/// A key without a meaning that is similar to one with a meaning: most likely a slip of the pen.
package enum UnknownKey: Check {
  package static let id = "unknown-key"
  package static let about = Phrase(
    zh: "项目名不认得，但和认得的只差一点，多半是写错了字。写错的项目不会被读取。",
    en: "An unknown key that is close to a known one, most likely misspelt. A misspelt key is not"
      + " read.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    var parties: PartyList?
    for (index, node) in document.nodes.enumerated()
    where node.kind == .field && node.keyword == nil {
      let scope = document.keyScope(of: index)
      // Where keys are names, or remarks in any words, none is misspelt.
      if scope.isEmpty || [.partyList, .signatureList, .log].contains(scope) { continue }
      let key = document.slice(node.key)
      guard let near = Spelling.nearest(to: key, in: scope) else { continue }
      let known = parties ?? context.charter.parties(in: document)
      parties = known
      if isName(key, known, context) { continue }
      report.warning(
        document, node.key, zh: "不认得「\(key.string)」，这一行没有读取",
        en: "'\(key.string)' is not a key here, and the line is not read",
        hint: Phrase(zh: "是不是要写「\(near)」？", en: "did you mean '\(near)'?"))
    }
  }

  /// Whether a key is a party of the meeting, or a speaker in the roster.
  private static func isName(_ key: Slice, _ parties: PartyList, _ context: CheckContext) -> Bool {
    let name = FullWidth.name(key)
    return parties[name] != nil || context.charter.roster.hasPerson(name)
  }
}
