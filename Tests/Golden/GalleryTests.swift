import Foundation
import HallChecks
import HallCommands
import HallSyntax
import Testing
@testable import HallGit

/// The error gallery: every file of `samples/broken` breaks one check, and `docs/checks.md` shows
/// what is said of it.
@Suite struct GalleryTests {
  private struct Finding: Decodable {
    let id: String
    let severity: String
    let file: String
    let line: Int?
    let column: Int?
  }

  private struct Findings: Decodable {
    let problems: [Finding]
  }

  private func findings() throws -> [Finding] {
    let answer = CommandTable.answer(
      ["--hall", "samples/broken", "check", "--json"], in: Repository.context())
    // One of them is no text, and was not judged.
    #expect(answer.status == 2)
    return try JSONDecoder().decode(Findings.self, from: Data(answer.output.utf8)).problems
  }

  /// `agendas/M-2025-026-vote-count.md` is about `vote-count`.
  private func id(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let parts = name.dropLast(3).split(separator: "-", maxSplits: 3)
    return parts.count == 4 ? String(parts[3]) : ""
  }

  /// `history/M-2025-044.md` for `agendas/M-2025-044-chain.md`: a mistake may stand in either.
  private func history(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "history/" + name.split(separator: "-").prefix(3).joined(separator: "-") + ".md"
  }

  /// Whether a path is `signatures/M-2025-048.1.居民.….md` for `agendas/M-2025-048-signature.md`.
  private func isSignature(_ path: String, of file: String) -> Bool {
    let document = history(of: file).dropFirst("history/".count).dropLast("md".count)
    return path.hasPrefix("signatures/" + document)
  }

  @Test func `each file of the gallery is found with its own check and no other`() throws {
    let files = ["agendas", "matters"].flatMap { folder in
      Repository.names(in: "samples/broken/\(folder)").map { "\(folder)/\($0)" }
    }
    let findings = try findings()
    let ids = Set(Checker.checks.map { $0.id })
    for file in files where ids.contains(id(of: file)) {
      let found = findings.filter {
        $0.file == file || $0.file == history(of: file) || isSignature($0.file, of: file)
      }
      #expect(!found.isEmpty, "\(file) breaks nothing")
      #expect(Set(found.map(\.id)).isSubset(of: [id(of: file)]), "\(file): \(found)")
      // Of a file that is not read, no line is known.
      let isRead = id(of: file) != MisnamedFile.id
      #expect(found.allSatisfy { ($0.line != nil && $0.column != nil) == isRead })
    }
  }

  @Test func `each history of the gallery breaks one check`() throws {
    let findings = try findings()
    let documents = Repository.names(in: "samples/broken/agendas")
    let names = Repository.names(in: "samples/broken/history")
    #expect(names.count > 1)
    for name in names {
      let file = documents.first { history(of: $0) == "history/" + name }
      let found = findings.filter {
        $0.file == "history/" + name || $0.file == "agendas/\(file ?? "")"
          || isSignature($0.file, of: file ?? name)
      }
      #expect(found.map(\.id) == [file.map(id) ?? "missing"], "\(name): \(found)")
    }
  }

  @Test func `every check has a file in the gallery`() throws {
    let shown = Set(try findings().map(\.id))
    for check in Checker.checks where ![PrivateFile.id, LostRevision.id].contains(check.id) {
      #expect(shown.contains(check.id), "no file of samples/broken breaks \(check.id)")
    }
  }

  @Test func `the page of the checks shows what each of them says`() throws {
    let findings = try findings()
    var page = """
      # The checks of `hall check`

      Every mistake the program knows, with a file of `samples/broken` that makes it and what is
      said of it, in English and in Chinese. `RECORD_GOLDEN=1 swift test` writes this page anew.

      """
    for check in Checker.checks {
      page += "\n## \(check.id)\n\n\(check.about.en)\n\n\(check.about.zh)\n"
      let first = findings.first { $0.id == check.id }
      guard first != nil || check.id == PrivateFile.id else { continue }
      for language in Language.allCases.reversed() {
        let text = try first.map { try message(about: $0, language) } ?? privateFile(language)
        try Golden.expect(text, matches: "Tests/Golden/errors/\(check.id)/\(language.rawValue).txt")
        page += "\n```text\n\(text)```\n"
      }
    }
    try Golden.expect(page, matches: "docs/checks.md")
  }

  /// What is said of a private file that others may read: a mode is nothing a gallery can hold.
  private func privateFile(_ language: Language) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hall-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "private/roster.md")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("# T\n".utf8).write(to: folder.appending(path: "hall.md"))
    try Data("# T\n".utf8).write(to: file)
    let path = file.path(percentEncoded: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let answer = CommandTable.answer(
      [
        "--hall", folder.path(percentEncoded: false), "check", "--lang", language.rawValue,
      ], in: Repository.context())
    let blocks = answer.output.components(separatedBy: "\n\n")
    return try #require(blocks.first { $0.contains("[\(PrivateFile.id)]") }) + "\n"
  }

  /// What is said of one finding, as it stands in the answer for the whole gallery.
  private func message(about finding: Finding, _ language: Language) throws -> String {
    let answer = CommandTable.answer(
      ["--hall", "samples/broken", "check", "--lang", language.rawValue], in: Repository.context())
    let blocks = answer.output.components(separatedBy: "\n\n")
    let position = finding.line.flatMap { line in finding.column.map { ":\(line):\($0)" } } ?? ""
    let place = "\(finding.file)\(position): "
    let block = blocks.first { $0.hasPrefix(place) && $0.contains("[\(finding.id)]") }
    return try #require(block) + "\n"
  }

  @Test func `no golden stands without a check`() {
    let ids = Set(Checker.checks.map { $0.id })
    #expect(Set(Repository.names(in: "Tests/Golden/errors")).subtracting(ids).isEmpty)
  }
}
