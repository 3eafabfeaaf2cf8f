import HallModel
import HallWords

/// The editor the user has chosen, and how to start it.
struct Editor {
  /// The shell script; the file is its first argument and never a part of its text.
  private let script: String
  /// Its name in messages.
  let name: String
  /// Whether nobody chose it.
  private let isFallback: Bool

  /// - Parameter fallsBack: whether to use nano or vi if no editor was chosen.
  init?(_ environment: [String: String], fallsBack: Bool) {
    let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }
      .first { $0.contains { !$0.isWhitespace } }
    if let chosen {
      // As in git, so that a setting for git works here: `code --wait`, or a path with blanks in
      // quotes.
      script = chosen + " \"$@\""
      (name, isFallback) = (chosen, false)
    } else if fallsBack {
      script =
        "if command -v nano >/dev/null 2>&1; then exec nano \"$@\"; else exec vi \"$@\"; fi"
      (name, isFallback) = ("nano, vi", true)
    } else {
      return nil
    }
  }

  /// How to leave vi, where it is used for want of anything else: it does not say so itself.
  ///
  /// - Parameter findProgram: where a program is; nil if it is not installed.
  func wayOut(_ findProgram: (String) -> String?) -> Phrase? {
    guard isFallback, findProgram("nano") == nil, findProgram("vi") != nil else { return nil }
    return Phrase(
      zh: """
        这台电脑没有 nano，用的是 vi：
          按 i 开始输入；改完按 Esc，输入 :wq 再按回车，存盘离开；输入 :q! 再按回车，不存盘离开。
          想换一个：装上 nano，或设好 EDITOR。

        """,
      en: """
        There is no nano here; the editor is vi:
          press i to type; when done, Esc, then :wq and Enter to save and leave; :q! and Enter to
          leave without saving.
          For another one, install nano or set EDITOR.

        """)
  }

  static let hint = Phrase(
    zh: "设好 EDITOR 再试，如 EDITOR=nano", en: "set EDITOR, as in EDITOR=nano")

  enum End: Equatable {
    case done
    case notFound
    case failed(Int32)
    case killed
  }

  /// Edits a file and waits until the editor ends.
  ///
  /// - Parameter line: the line to begin at, if the editor is known to take one.
  func edit(_ path: String, at line: Int?, _ console: any Console) -> End {
    switch console.run(["sh", "-c", script, "hall"] + files(path, at: line)) {
    case 0: .done
    case 126, 127: .notFound
    case .some(let status) where status > 128: .killed
    case .some(let status): .failed(status)
    case nil: .killed
    }
  }

  /// The arguments for a file, with the line before it.
  private func files(_ path: String, at line: Int?) -> [String] {
    guard let line else { return [path] }
    switch program {
    case "nano", "pico", "vi", "vim", "nvim", "view", "emacs", "emacsclient", "micro", "kak", "joe",
      "mcedit", "ne", "gedit":
      return ["+\(line)", path]
    case "code", "codium", "code-insiders", "cursor":
      return ["--goto", path + ":\(line)"]
    case "hx", "helix", "subl", "zed":
      return [path + ":\(line)"]
    default: return [path]
    }
  }

  /// `vim` for `/usr/bin/vim -u NONE`.
  private var program: String {
    let first = name.split(whereSeparator: \.isWhitespace).first ?? ""
    let file = first.split(separator: "/").last ?? ""
    return String(file.filter { !"\"',".contains($0) })
  }

  /// How it ended; nil if it ended well.
  func phrase(_ end: End) -> Phrase? {
    switch end {
    case .done: nil
    case .notFound:
      Phrase(zh: "找不到编辑器「\(name)」", en: "cannot find the editor '\(name)'")
    case .failed(let status):
      Phrase(
        zh: "编辑器「\(name)」出错退出（状态 \(status)）", en: "the editor '\(name)' failed (status \(status))"
      )
    case .killed:
      Phrase(zh: "编辑器「\(name)」被强行结束了", en: "the editor '\(name)' was killed")
    }
  }
}
