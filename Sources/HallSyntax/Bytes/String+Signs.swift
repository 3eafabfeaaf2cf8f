extension String {
  /// Replaces every sign of a kind, as in `a|b` by `a\|b`.
  ///
  /// By scalars: with a combining mark after it, a sign is part of another Character, and a table, a shell
  /// or another program reads the sign all the same.
  package func replacing(sign: Unicode.Scalar, with text: String) -> String {
    guard unicodeScalars.contains(sign) else { return self }
    var replaced = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == sign {
        replaced.append(contentsOf: text.unicodeScalars)
      } else {
        replaced.append(scalar)
      }
    }
    return String(replaced)
  }
}
