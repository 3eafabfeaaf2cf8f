import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// A document's history as one line a revision: its number, time, author and reason, and the digest
/// that depends on everything above it.
struct HistoryLines {
  let text: String

  /// - Parameter word: the language; nil for that of the document.
  /// - Returns: nil if the text is not a history.
  init?(_ bytes: [UInt8], _ word: Language?) {
    guard let path = HistoryLines.documentPath(bytes) else { return nil }
    let language = word ?? HistoryLines.language(bytes)
    let say = language.say
    let ledger = Ledger(bytes, of: path)
    let title = bytes.prefix { $0 != UInt8(ascii: "\n") }
    var lines = [title.dropFirst(2).string + say(" 的历史", ", its history")]
    for revision in ledger.revisions {
      let kind = revision.kind.map { say("（", " (") + $0.phrase[language] + say("）", ")") } ?? ""
      let was = revision.was.map { say("，原为 ", ", was ") + $0 }.joined()
      lines.append(
        say("第\(revision.number)版", "revision \(revision.number)") + kind + " " + revision.at + " "
          + revision.by + say("：", ": ") + revision.why + was + " [" + revision.chain.prefix(12)
          + "]")
    }
    do throws(Ledger.Fault) { _ = try ledger.verify() } catch {
      // The lines above may be unchanged in an altered file; the digest of the file is not.
      lines.append(
        say(
          "第\(error.revision)版\(error.reason.phrase.zh)",
          "revision \(error.revision): \(error.reason.phrase.en)")
          + " [sha256:" + SHA256.hex(of: bytes) + "]")
    }
    text = lines.map { VisibleText.line($0) + "\n" }.joined()
  }

  /// The document of a history, by its title; nil if the text is not a history.
  private static func documentPath(_ bytes: [UInt8]) -> String? {
    let lines = bytes.split(
      separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0].starts(with: "# ".utf8), lines[1].isEmpty,
      lines[2].starts(with: "## ".utf8)
    else { return nil }
    return HistoryPlace(named: lines[0].dropFirst(2).string)?.documentPath
  }

  /// The language of the first key in the first text.
  private static func language(_ bytes: [UInt8]) -> Language {
    let added = bytes.split(separator: UInt8(ascii: "\n")).lazy.filter {
      $0.first == UInt8(ascii: "+") && !$0.starts(with: "++".utf8) && !$0.starts(with: "+-".utf8)
    }
    guard let byte = added.first?.dropFirst().first else { return .zh }
    return byte < 0x80 ? .en : .zh
  }
}
