import HallModel
import HallStore
import HallSyntax
import HallWords

/// The lines that `git-setup` writes into files shared with others.
extension GitSetupPlan {
  private func place(of lines: MarkedLines) -> (path: String, shown: String) {
    lines.isInHall
      ? (folder.root + "/" + lines.path, repository.prefix + lines.path)
      : (repository.top + "/" + lines.path, lines.path)
  }

  mutating func addLines(_ lines: MarkedLines) throws(Refusal) {
    let (path, shown) = place(of: lines)
    let old = try GitSetupPlan.read(path)
    let new = lines.adding(to: old?.bytes)
    let isNew = new != old?.bytes
    let what =
      lines.path == MarkedLines.attributes.path
      ? Phrase(zh: "", en: "") : Phrase(zh: "不动历史和签名：", en: "keeps off histories and signatures: ")
    parts.append(
      Part(
        title: lines.title,
        about: Phrase(
          zh: what.zh + "写在 \(shown) 里" + (isNew ? "，「hall 分享」时一起交给大家" : ""),
          en: what.en + "in \(shown)" + (isNew ? "; 'hall share' gives it to the others" : "")),
        changes: isNew ? [file(path, shown, old, new)] : []))
  }

  mutating func removeLines(_ lines: MarkedLines) throws(Refusal) {
    let (path, shown) = place(of: lines)
    guard let old = try GitSetupPlan.read(path) else { return }
    let new = lines.removing(from: old.bytes)
    guard new != old.bytes else { return }
    parts.append(
      Part(
        title: lines.title,
        about: Phrase(zh: "\(shown) 里的几行", en: "the lines in \(shown)"),
        changes: [file(path, shown, old, new)]))
  }

  /// Programs that fix or format files before a commit, and read in the repository which files to
  /// leave alone.
  mutating func addFixers() throws(Refusal) {
    if let config = try GitSetupPlan.read(repository.top + "/" + MarkedLines.preCommit.path) {
      switch PreCommitConfig(config.bytes).exclusion {
      case .ours, .none: try addLines(.preCommit)
      case .has: break
      case .theirs: note(MarkedLines.preCommit.path, MarkedLines.excludeLine)
      }
    }
    for (files, line) in GitSetupPlan.formatters {
      for name in files {
        guard let config = try GitSetupPlan.read(repository.top + "/" + name) else { continue }
        let text = String(decoding: config.bytes, as: UTF8.self)
        if !text.contains("history/") { note(name, line) }
      }
    }
  }

  /// Their settings are JSON, in which our lines could not be recognised again.
  private static let formatters = [
    (["dprint.json", ".dprint.json"], "\"excludes\": [\"**/history/*.md\", \"**/signatures/*\"]"),
    (
      ["biome.json", "biome.jsonc"],
      "\"files\": { \"includes\": [\"**\", \"!**/history/*.md\", \"!**/signatures/*\"] }"
    ),
    (
      [".markdownlint-cli2.jsonc", ".markdownlint-cli2.json"],
      "\"ignores\": [\"**/history/*.md\", \"**/signatures/*.md\"]"
    ),
    ([".markdownlint-cli2.yaml"], "ignores: [\"**/history/*.md\", \"**/signatures/*.md\"]"),
  ]

  private mutating func note(_ name: String, _ line: String) {
    parts.append(
      Part(
        title: Phrase(zh: name, en: name), about: Phrase(zh: "", en: ""),
        note: Phrase(
          zh: "「\(name)」没有动；要让它不动历史，在它的最外层加上：\n\(line)",
          en: "'\(name)' stays; to keep it off the histories, add at its top level:\n\(line)")))
  }
}

/// The files excluded in the settings of the pre-commit framework.
struct PreCommitConfig {
  enum Exclusion: Equatable {
    case none
    /// The lines of `git-setup`.
    case ours
    /// The histories are already excluded by somebody.
    case has
    /// Something else is excluded, or the form does not allow another line.
    case theirs
  }

  let exclusion: Exclusion

  init(_ bytes: [UInt8]) {
    let lines = VisibleText.split(String(decoding: bytes, as: UTF8.self))
    let plain = lines.filter { line in
      !line.isEmpty && !line.hasPrefix("#") && line.contains { !$0.isWhitespace }
    }
    let keys = ["exclude", "'exclude'", "\"exclude\""]
    let own = plain.first { line in
      keys.contains { line.hasPrefix($0 + ":") || line.hasPrefix($0 + " ") }
    }
    if let own {
      exclusion =
        own == MarkedLines.excludeLine && MarkedLines.preCommit.isIn(bytes)
        ? .ours : own.contains("history") ? .has : .theirs
      return
    }
    // With braces, a second document or an end marker, a line at the end would not belong to the
    // settings.
    let isBlock = plain.allSatisfy { line in
      !["{", "}", "...", "%"].contains { line.hasPrefix($0) }
    }
    let documents = plain.indices.filter { plain[$0].hasPrefix("---") }
    exclusion = isBlock && documents.allSatisfy { $0 == 0 } ? .none : .theirs
  }
}
