import HallGit
import HallHistory
import HallModel
import HallSyntax
import HallWords

/// The texts of a review, one entry a line, for a terminal and for Markdown alike.
struct ReviewWords: Speaking {
  let language: Language
  /// Quotes text from a file, so that it has no effect as markup or control characters.
  let quote: (String) -> String

  /// A name in the form that precedes a statement about it.
  func name(_ document: Document) -> String { quote(document.reviewName) }

  // MARK: Changes

  /// What changed, without author and reason.
  func line(_ entry: ReviewEntry) -> String {
    let lead = name(entry.document) + " "
    switch entry.content {
    case .fact(let change, let details):
      return lead + FactText.line(ReviewWords.tidied(change), language, quote: quote)
        + self.details(details)
    case .vote(let change): return lead + line(change)
    case .prose(let change): return lead + line(change)
    case .came: return lead + say("新增", "added") + title(entry.document)
    case .went: return lead + say("文件没有了", "is gone") + title(entry.document)
    case .renamed(let old, let new):
      return lead + say("文件改名：", "renamed: ") + quote(old) + " → " + quote(new)
    case .layout:
      return lead
        + (entry.document.fault == nil
          ? say("只有空行、写法或注释不同", "only layout or comments differ")
          : say("内容不同，但读不成文字", "other bytes, which are not text"))
    case .withdrawn:
      let number = entry.revision?.number ?? 0
      return lead
        + say(
          "第 \(number) 版修正过，现在看不出差别",
          "amended in revision \(number); its effect is no longer visible")
    }
  }

  /// A row of the roster without its empty cells.
  static func tidied(_ change: FactChange) -> FactChange {
    guard change.key?.hasPrefix("row ") == true else { return change }
    func cells(_ row: String) -> String {
      row.split(separator: "|").map { Slice(String($0)).trimmed.string }.filter { !$0.isEmpty }
        .joined(separator: " | ")
    }
    return FactChange(
      kind: change.kind, subjects: change.subjects, titles: change.titles, label: change.label,
      key: change.key, before: change.before.map(cells), after: change.after.map(cells))
  }

  private func title(_ document: Document) -> String {
    guard document.fault == nil else { return "" }
    let title = document.title.isEmpty ? "" : say("「", " '") + quote(document.title) + say("」", "'")
    let status = document.frontMatter.flatMap { document.field(.status, of: $0)?.string }
    return title + (status.map { say("（", " (") + quote($0) + say("）", ")") } ?? "")
  }

  private func details(_ details: [FactChange]) -> String {
    guard !details.isEmpty else { return "" }
    let parts = details.map { quote($0.label ?? "") + " " + quote($0.after ?? "") }
    return say("：", ": ") + parts.joined(separator: say("，", ", "))
  }

  private func line(_ change: ProseChange) -> String {
    let place = FactText.subject(change.subjects, change.titles, language, quote)
    let parts = FactText.prose(
      from: change.before, to: change.after, language, Style(isColoured: false))
    let most = 2
    var text = parts.prefix(most).map(quote).joined(separator: " ")
    if parts.count > most {
      text += say("，另有 \(parts.count - most) 处", ", and \(parts.count - most) more")
    }
    return (place.isEmpty ? "" : place + " ") + say("文字：", "prose: ") + text
  }

  /// Who made a change, when and why; nil if no history records it.
  func origin(_ entry: ReviewEntry) -> String? {
    if entry.isUnrecorded { return say("没有记进历史", "not recorded in the history") }
    guard let revision = entry.revision else { return nil }
    // The program's own reasons often only repeat the change.
    let isSaid = !revision.why.isEmpty && line(entry).contains(quote(revision.why))
    let origin = isSaid ? who(revision) : origin(revision) ?? ""
    guard !entry.others.isEmpty else { return origin }
    let numbers = entry.others.map(String.init).joined(in: language)
    return origin + say("（第 \(numbers) 版也改过）", " (changed by revision \(numbers), too)")
  }

  /// `王五 2025-03-03：复核计票单`; nil if no history records it.
  func origin(_ revision: Revision?) -> String? {
    revision.map { who($0) + say("：", ": ") + quote($0.why) }
  }

  private func who(_ revision: Revision) -> String {
    quote(revision.by) + " " + quote(String(revision.at.prefix(10)))
  }

  /// The changes that are shown one by one, and the number of further rows of the roster.
  func shown(_ entries: [ReviewEntry]) -> (entries: [ReviewEntry], rows: Int) {
    let most = 10
    var rows = 0
    let shown = entries.filter { entry in
      guard case .fact(let change, _) = entry.content, change.key?.hasPrefix("row ") == true else {
        return true
      }
      rows += 1
      return rows <= most
    }
    return (shown, max(0, rows - most))
  }

  func moreRows(_ rows: Int) -> String {
    say("另有 \(rows) 行有变化", rows == 1 ? "and 1 more row" : "and \(rows) more rows")
  }

  // MARK: The head

  /// The states compared: `2025-03-01 a1b2c3d → 2025-03-24 f00ba47`.
  func range(_ review: Review) -> String {
    func state(_ commit: Commit) -> String {
      [commit.day(offset: review.offset)?.iso, commit.short].compactMap { $0 }.joined(
        separator: " ")
    }
    let start = review.from.map(state) ?? say("开头", "the beginning")
    return start + " → " + state(review.to)
  }

  func counts(_ review: Review) -> String {
    let documents = review.documents
    var parts: [String] = []
    if let commits = review.commits {
      parts.append(say("\(commits) 次提交", commits == 1 ? "1 commit" : "\(commits) commits"))
    }
    parts.append(
      say(
        "\(documents) 份文件有变化",
        documents == 1 ? "1 document changed" : "\(documents) documents changed"))
    return parts.joined(separator: say("，", ", "))
  }

  /// Remarks to be read before the changes.
  func notes(_ review: Review, _ range: ReviewRange) -> [String] {
    var notes: [String] = []
    if let mark = range.mark, range.from == nil {
      let name = quote(mark.reviewer)
      notes.append(
        say(
          "\(name)还没有看过这个议事厅：这是从头到现在的全部。",
          "\(name) has not looked at this hall yet: this is everything since the beginning."))
    }
    switch range.base {
    case .before(let commit, let name):
      // A commit named by its hash is shown by the short hash.
      let shown = name.hasPrefix(commit.short) ? commit.short : quote(name)
      notes.append(
        say(
          "从两边分开的地方（\(review.from?.short ?? "")）看起；「\(shown)」在那以后的改动不算在内。",
          "From the common ancestor of the two (\(review.from?.short ?? "")); what '\(shown)' has"
            + " changed since is not included."))
    case .nothingCommon(let name, true):
      notes.append(
        say(
          "这份克隆只有近来的提交，找不到两边分开的地方，就从「\(quote(name))」比起；取全：git fetch --unshallow",
          "This clone has only the latest commits, so the common ancestor is not here;"
            + " '\(quote(name))' itself is compared. To have all: git fetch --unshallow"))
    case .nothingCommon(let name, false):
      notes.append(
        say(
          "两边没有共同的来处，就从「\(quote(name))」比起。",
          "The two have nothing in common; '\(quote(name))' itself is compared."))
    case nil: break
    }
    if review.isAside, range.base == nil {
      notes.append(
        say(
          "注意：新版本不是在旧版本上接着做的（另一条分支，或历史被改写过）。",
          "Note: the newer state does not build on the older one (another branch, or rewritten)."))
    }
    if let missing = range.missing {
      let (name, count) = (quote(missing.upstream), missing.count)
      notes.append(
        say(
          "\(name) 上还有 \(count) 次提交不在这里，没有看：先「hall 审阅 HEAD \(name)」看过，再合并进来。",
          "\(name) has \(Language.counted(count, "commit")) that this clone does not have yet; not"
            + " shown below. See them before merging: hall review HEAD \(name)"))
    }
    if let count = range.uncommitted, count > 0 {
      notes.append(
        say(
          "另有 \(count) 份文件改了还没有提交，不在下面；用「hall 分享」提交。",
          "\(count) documents have edits that are not committed and not shown below; 'hall share'"
            + " commits them."))
    }
    return notes
  }
}
