import HallModel
import HallSyntax

/// A key that takes one value is given twice under one heading or task.
package enum DuplicateKey: Check {
  package static let id = "duplicate-key"
  package static let about = Phrase(
    zh: "只能写一次的项目写了两次。程序只读第一次写的，另一个就被忽略了。",
    en: "A key that has one value is given twice. Only the first is read; the other one is lost.")

  package static func check(
    document: Document, _ context: CheckContext, _ report: inout Report
  ) {
    // The fields of one parent are close together, but a heading's continue after its tasks'.
    var seen: [Key: Int] = [:]
    for (index, node) in document.nodes.enumerated() where node.kind == .field {
      guard let keyword = node.keyword else { continue }
      var key = Key(parent: node.parent, keyword: keyword, label: "")
      if keyword == .option {
        key.label = Vote.optionLabel(document.slice(node.key))
      } else if Vocabulary.use(of: keyword, in: document.keyScope(of: index))?.repeats != false {
        continue
      }
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

  private struct Key: Hashable {
    let parent: Int32
    let keyword: Keyword
    var label: String
  }
}
