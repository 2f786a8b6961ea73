"""chipkb: a bilingual, sourced knowledge base of China's chip industry, and the tool that builds it."""
