/// A text as a Chinese input method writes it: every ASCII sign full-width, every space
/// ideographic.
func fullWidth(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x20: result.unicodeScalars.append("\u{3000}")
    case 0x21...0x7E:
      result.unicodeScalars.append(Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A value as written, full-width, and with blanks around it.
func spellings(_ text: String) -> [String] {
  [text, fullWidth(text), "  \(text)\t", "　\(fullWidth(text))　", text.uppercased()]
}
