import HallOrigin

/// The version of this program, and what it was built from.
package enum ProgramVersion {
  package static let number = "0.1.0"

  /// As `hall --version` says it: `0.1.0 (e48289654b2c, 2025-11-30)`.
  package static let text = words(builtFrom: String(cString: hall_origin()))

  /// - Parameter origin: a commit's hash, its day, and `changed` if there were changes that are not
  ///   in it; or what was never filled in.
  package static func words(builtFrom origin: String) -> String {
    var words = origin.split(separator: " ").map { String($0) }
    guard let commit = words.first, commit.allSatisfy({ $0.isHexDigit }) else {
      return "\(number) (commit not recorded)"
    }
    words[0] = String(commit.prefix(12))
    return "\(number) (\(words.joined(separator: ", ")))"
  }
}
