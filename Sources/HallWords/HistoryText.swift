import HallChecks
import HallHistory
import HallModel
import HallStore
import HallSyntax

/// The output of `verify` for a history.
extension HistoryState {
  /// One line: the document, the state of its history, and how many revisions it has.
  package func text(_ language: Language, _ style: Style) -> String {
    let name = style.isPlain ? place.name + " " : DisplayWidth.padded(place.name, to: 12)
    let margin = revisions < 10 && !style.isPlain ? " " : ""
    let number = margin + "\(revisions)"
    let count = Phrase(
      zh: "\(number) 版", en: "\(number) revision\(revisions == 1 ? " " : "s")")
    switch verdict {
    case .whole:
      return name + style.good(Phrase(zh: "完好", en: "whole")[language]) + "  " + count[language]
    case .unrecorded:
      return name + style.magenta(Phrase(zh: "有没记下的改动", en: "an edit is not recorded")[language])
        + "  " + count[language]
    case .sealBroken:
      return name
        + style.red(
          Phrase(zh: "已确认的内容被改动，没有记下", en: "approved text was changed and not recorded")[language])
    case .misfigured(let revision, let fault):
      let words = fault.words
      return name
        + style.red(
          Phrase(
            zh: "第 \(revision) 版说只补票数，却不是：\(words.zh)",
            en: "revision \(revision) says it only adds figures: \(words.en)")[language])
    case .mislabelled(let revision):
      return name
        + style.red(
          Phrase(
            zh: "第 \(revision) 版改了已确认的内容，没有写明是修正",
            en: "revision \(revision) changed approved text and does not say that it amends")[
              language])
    case .missing:
      return name + style.red(Phrase(zh: "只有历史，文件不见了", en: "the document is missing")[language])
    case .unreadable:
      return name + style.red(Phrase(zh: "文件读不了", en: "the document cannot be read")[language])
    case .damaged(let fault):
      let words = fault.reason.phrase
      return name
        + style.red(
          Phrase(
            zh: "历史第 \(fault.revision) 版\(words.zh)",
            en: "revision \(fault.revision): \(words.en)")[language])
        + (fault.isOfLineEnds ? "\n  " + Phrase.unixLineEnds(place.path)[language] : "")
    }
  }
}

extension HistoryState {
  /// The verdict in machine formats.
  package var verdictName: String {
    switch verdict {
    case .whole: "whole"
    case .unrecorded: "unrecorded"
    case .sealBroken, .misfigured, .mislabelled: "sealed"
    case .missing: "missing"
    case .unreadable: "unreadable"
    case .damaged(let fault): fault.reason == .content ? "content" : "chain"
    }
  }

  /// The last digest, if the history is intact.
  package var digest: String? {
    switch verdict {
    case .whole, .unrecorded: chains.last.map { "sha256:" + $0 }
    case .sealBroken, .misfigured, .mislabelled, .missing, .unreadable, .damaged: nil
    }
  }

  package var json: JSONValue {
    var revision: Int?
    switch verdict {
    case .damaged(let fault): revision = fault.revision
    case .misfigured(let number, _), .mislabelled(let number): revision = number
    default: break
    }
    return [
      "document": .string(place.name), "file": .string(place.path),
      "revisions": .integer(revisions), "verdict": .string(verdictName),
      "revision": JSONValue(revision), "chain": JSONValue(chains.last),
    ]
  }
}

extension HistoryPlace {
  /// The name of its document in a list: `M-2025-008`; for `hall.md`, which has no number, the file
  /// name, so that it is not mistaken for the program.
  package var title: String { name == "hall" ? documentPath : name }
}
