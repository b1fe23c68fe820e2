"""The colours and letters of the picture, for light and for dark surroundings."""

STYLE = """
text{font:13.5px system-ui,-apple-system,"Segoe UI","Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",\
"Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;fill:#1f2328}
.paper{fill:#fff}.head{font-size:21px;font-weight:600}.section{font-size:15.5px;font-weight:600}
.objective{font-weight:600}.faint{fill:#59636e}.small{font-size:12.5px}.end{text-anchor:end}
.dropped{text-decoration:line-through}text.dropped{fill:#818b98}
.guide{fill:none;stroke:#b1bac4}.track{fill:#eaeef2}.plan{fill:none;stroke:#1f2328;stroke-width:1.5}
.on_track,.done{fill:#2da44e}.at_risk{fill:#d4a72c}.off_track{fill:#cf222e}.stale,.no_data{fill:#8c959f}.paused{fill:#6e7dd8}
.none{fill:#57606a}circle.dropped{fill:#8c959f}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.paper{fill:#0d1117}.faint{fill:#9198a1}text.dropped{fill:#7d8590}
.guide{stroke:#484f58}.track{fill:#2d333b}.plan{stroke:#e6edf3}
.on_track,.done{fill:#3fb950}.at_risk{fill:#d29922}.off_track{fill:#f85149}.none{fill:#8b949e}}
"""
