import HallModel
import HallWords

/// The editor the user has chosen, and how to start it.
struct Editor {
  /// The shell script; the file is its first argument and never a part of its text.
  private let script: String
  /// Its name in messages.
  let name: String

  /// - Parameter fallsBack: whether to use nano or vi if no editor was chosen.
  init?(_ environment: [String: String], fallsBack: Bool) {
    let chosen = ["VISUAL", "EDITOR"].compactMap { environment[$0] }
      .first { $0.contains { !$0.isWhitespace } }
    if let chosen {
      // As in git, so that a setting for git works here: `code --wait`, or a path with blanks in
      // quotes.
      script = chosen + " \"$@\""
      name = chosen
    } else if fallsBack {
      script =
        "if command -v nano >/dev/null 2>&1; then exec nano \"$@\"; else exec vi \"$@\"; fi"
      name = "nano, vi"
    } else {
      return nil
    }
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
