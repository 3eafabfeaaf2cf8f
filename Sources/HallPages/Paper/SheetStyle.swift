/// The styles of printed sheets: measures in millimetres and points, fonts of the system, black on
/// white.
enum SheetStyle {
  static let common: StaticString = """
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 0 1rem; max-width: 180mm; color: #000; background: #fff;
      font-family: "FangSong", "仿宋", "FangSong_GB2312", "Noto Serif CJK SC", "Songti SC", "SimSun", serif;
      font-size: 14pt; line-height: 1.75; overflow-wrap: anywhere; }
    table { overflow-wrap: break-word; }
    h1, h2, caption, th, .strong, .label { font-family: "SimHei", "黑体", "Noto Sans CJK SC", "PingFang SC",
      "Microsoft YaHei", system-ui, sans-serif; }
    h1 { font-size: 22pt; line-height: 1.4; text-align: center; margin: 0.8em 0; font-weight: 700; }
    h2 { font-size: 1em; margin: 1em 0 0.3em; font-weight: 700; }
    h1, h2, caption { break-after: avoid; }
    p { margin: 0 0 0.4em; orphans: 2; widows: 2; }
    .strong { font-weight: 700; }
    .small, footer { font-size: 10.5pt; line-height: 1.5; }
    footer { margin-top: 1.5em; border-top: 0.5pt solid #000; padding-top: 0.3em; }
    .signature { text-align: right; margin-top: 1.5em; break-inside: avoid; break-before: avoid; }
    table { border-collapse: collapse; width: 100%; margin: 0.5em 0; }
    caption { text-align: left; font-weight: 700; padding: 0.3em 0; }
    th, td { text-align: left; vertical-align: top; padding: 1mm 2mm; font-weight: 400; }
    .cell, .cellnumber, .cellfill, .cellshort { border: 0.5pt solid #000; }
    .grid th { font-weight: 700; }
    .facts th { width: 7em; white-space: nowrap; font-weight: 700; }
    .cellnumber { text-align: right; font-variant-numeric: tabular-nums; }
    .cellfill { height: 9mm; }
    .cellshort { white-space: nowrap; }
    tr, .boxes, .slip { break-inside: avoid; }
    thead { display: table-header-group; }
    .lines { margin: 0 0 4mm; }
    .lines th { width: 1%; white-space: nowrap; vertical-align: bottom; font-weight: 700; }
    .write { height: 9mm; border-bottom: 0.5pt solid #000; }
    .box { font-size: 5mm; line-height: 1; }
    .break { break-before: page; page-break-before: always; }
    ul { margin: 0 0 0.4em; }
    .tear { border-top: 1pt dashed #000; text-align: center; font-size: 10.5pt; margin: 6mm 0 2mm; }
    .prose table, .prose th, .prose td { border: 0.5pt solid #000; }
    @media screen and (max-width: 48em) {
      .grid { table-layout: fixed; font-size: 10.5pt; overflow-wrap: anywhere; }
      .cell, .cellnumber, .cellfill, .cellshort { padding: 1mm; }
      .cellshort { white-space: normal; }
      .lines th { white-space: normal; }
    }
    @media print { body { max-width: none; padding: 0; } footer { display: none; } a { color: #000; text-decoration: none; } }

    """

  static let plain: StaticString = """
    @page { size: A4; margin: 25mm; }
    .grid { font-size: 12pt; line-height: 1.5; }
    """

  /// GB/T 9704-2012: a text area of 156 by 225 mm, 22 lines of 28 characters.
  static let minutes: StaticString = """
    @page { size: A4; margin: 37mm 26mm 35mm 28mm; }
    body { max-width: 156mm; font-size: 16pt; line-height: 29pt; letter-spacing: -0.25pt; }
    .mark { color: #c00; font-family: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "Noto Serif CJK SC", "SimSun", serif;
      font-size: 30pt; font-weight: 700; line-height: 1.3; text-align: center; border-bottom: 2pt solid #c00;
      padding: 33mm 0 4mm; margin: 0 0 8mm; letter-spacing: 0.1em; }
    h1 { font-family: "FZXiaoBiaoSong-B05S", "方正小标宋简体", "Noto Serif CJK SC", "SimSun", serif; margin: 0 0 29pt; }
    h2 { text-indent: 2em; margin: 0; }
    p { margin: 0; }
    .text, .strong, .prose p { text-indent: 2em; }
    table { font-size: 12pt; line-height: 1.5; letter-spacing: 0; }
    .facts { font-size: 16pt; line-height: 29pt; margin-left: 2em; width: auto; }
    .facts th { width: auto; padding-right: 0; }
    .facts th::after { content: "："; }
    .small, footer { letter-spacing: 0; }
    ul { margin: 0; }
    """

  /// A board that is read from two metres.
  static let board: StaticString = """
    @page { size: A4; margin: 20mm; }
    body { font-size: 20pt; line-height: 1.6; max-width: 190mm; }
    h1 { font-size: 36pt; }
    table { font-size: 16pt; line-height: 1.5; }
    .small, footer { font-size: 12pt; }
    """

  static let wide: StaticString = """
    @page { size: A4 landscape; margin: 20mm; }
    body { max-width: 257mm; font-size: 12pt; line-height: 1.4; }
    .grid { line-height: 1.35; }
    """

  static let ballot: StaticString = """
    @page { size: A4; margin: 15mm 25mm; }
    h1 { margin: 0 0 0.2em; }
    p { margin: 0 0 0.2em; line-height: 1.5; }
    .facts th, .facts td { padding: 0.5mm 2mm; line-height: 1.4; }
    .choice { font-size: 16pt; }
    .boxes { line-height: 1.4; }
    .lines { margin: 0 0 2mm; }
    .tear { margin: 4mm 0 1mm; }
    """

  static let pagesZH: StaticString = """
    @page { @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font-size: 10.5pt; } }

    """

  static let pagesEN: StaticString = """
    @page { @bottom-right { content: "page " counter(page) " of " counter(pages); font-size: 10.5pt; } }
    body { font-family: Georgia, "Noto Serif", "Times New Roman", serif; line-height: 1.5; letter-spacing: 0; }
    h1, h2, caption, th, .strong, .label { font-family: "Noto Sans", Helvetica, Arial, sans-serif; }
    .text, .strong, .prose p, h2 { text-indent: 0; }

    """
}
