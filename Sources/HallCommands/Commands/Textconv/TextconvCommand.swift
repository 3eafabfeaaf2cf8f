import HallHistory
import HallModel
import HallStore
import HallSyntax
import HallWords

/// `hall textconv FILE`: a file of a hall as facts, one a line, for git to compare.
///
/// git passes a temporary file, so the kind of file can be read only from its text.
enum TextconvCommand: Command {
  static let spec = CommandSpec(
    "textconv", aliases: ["列事实"],
    summary: Phrase(zh: "把一个文件按事项列出来，供 git diff 用", en: "a file as facts, for git to compare"),
    arguments: [ArgumentSpec(Phrase(zh: "文件", en: "FILE"), takes: .file)],
    details: Phrase(
      zh: "一行一件事，每行都说明是哪个议题、哪个任务的；历史只列每一版的开头。不是议事厅的文件照原样输出。"
        + "用「hall 接通仓库」接好以后，git diff 和 git log -p 会自动用它；要看原文，加 --no-textconv。",
      en: "One fact a line, each with its subject; for a history, the head of every revision."
        + " Anything else is printed unchanged. After 'hall git-setup', 'git diff' and"
        + " 'git log -p' use it; with --no-textconv they show the lines of the files."),
    examples: [
      Phrase(
        zh: "hall 列事实 agendas/M-2025-008.md",
        en: "hall textconv agendas/M-2025-003.md")
    ])

  static func run(_ invocation: Invocation) throws(Refusal) -> Answer {
    let bytes: [UInt8]
    do throws(StoreFailure) {
      bytes = try OutsideFile.bytes(
        of: invocation.arguments[0], from: invocation.context.workingDirectory)
    } catch {
      throw .store(error)
    }
    let word = try invocation.call.has(.language) ? invocation.language(nil) : nil
    var answer = Answer()
    if let lines = HistoryLines(bytes, word) {
      answer.output = lines.text
    } else if let document = document(bytes) {
      answer.output = FactLines.text(of: document, word ?? language(of: document))
    } else {
      answer.bytes = bytes
    }
    return answer
  }

  /// The kind of a document, by the key that names it.
  private static func document(_ bytes: [UInt8]) -> Document? {
    for (kind, keyword) in [
      (Document.Kind.meeting, Keyword.meeting), (.matter, .matter), (.hall, .hall),
    ] {
      let document = Document(path: "", kind: kind, bytes: bytes)
      guard document.fault == nil, let front = document.frontMatter else { return nil }
      if document.fieldNode(keyword, of: front) != nil { return document }
    }
    return nil
  }

  /// The language of its first key: it does not depend on where the file is compared.
  private static func language(of document: Document) -> Language {
    let key = document.nodes.first { $0.kind == .field }.map { document.slice($0.key) }
    return key?.first.map { $0 < 0x80 ? .en : .zh } ?? .zh
  }
}
