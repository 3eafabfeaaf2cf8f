import HallModel
import HallSyntax

/// A key that takes one value is given twice under one heading or task.
package enum DuplicateKey: Check {
  package static let id = "duplicate-key"
  package static let about = Phrase(
    zh: "只能写一次的项目写了两次，或两条规则同名。不知道按哪一个：要用到它的表决，结果就算不出。",
    en: "A key that has one value is given twice, or two rules have one name. It is not known which"
      + " counts: a vote that needs it has no result.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    checkRules(document, &report)
    // The fields of one parent are close together, but a heading's continue after its tasks'.
    var seen: [Key: Int] = [:]
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      guard let fact = SingleFact(index, of: document) else { continue }
      let key = Key(parent: node.parent, fact: fact)
      guard let first = seen.updateValue(index, forKey: key) else { continue }
      seen[key] = first
      let other = document.nodes[first]
      let (written, earlier) = (document.text(node.key), document.text(other.key))
      let isSynonym = written != earlier
      report.error(
        document, node.key,
        zh: isSynonym
          ? "「\(written)」和第\(other.line)行的「\(earlier)」是同一项，只能写一次"
          : "「\(written)」写了两次，第一次在第\(other.line)行",
        en: isSynonym
          ? "'\(written)' and '\(earlier)' on line \(other.line) are the same key, which has one value"
          : "'\(written)' is given twice, first on line \(other.line)",
        hint: Phrase(zh: "留下对的一行，删掉另一行", en: "keep the line that is right, remove the other"))
    }
  }

  /// Two rules with one name, or with two names of one built-in rule.
  private static func checkRules(_ document: Document, _ report: inout Report) {
    var first: [String: Int] = [:]
    for node in document.nodes where node.kind == .rule {
      let name = FullWidth.name(document.slice(node.value))
      let keyword = Vocabulary.keyword(Slice(name), in: .ruleName)
      guard let line = first[keyword?.machineName ?? name] else {
        first[keyword?.machineName ?? name] = Int(node.line)
        continue
      }
      report.error(
        document, node.value, zh: "规则「\(name)」写了两条，另一条在第\(line)行，不知道按哪一条",
        en:
          "the rule '\(name)' is there twice, first on line \(line): it is not known which counts",
        hint: Phrase(zh: "只留一条，或给另一条换个名字", en: "keep one of them, or give the other another name"))
    }
  }

  private struct Key: Hashable {
    let parent: Int32
    let fact: SingleFact
  }
}
